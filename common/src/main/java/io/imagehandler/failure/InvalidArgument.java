package io.imagehandler.failure;

/// The request is not of the language, or asks for something that this source cannot give (a window
/// outside of the picture).
public final class InvalidArgument extends ImageFailure {

    /// The longest part of a request that is quoted back, in characters.
    public static final int LONGEST_TOKEN = 64;

    private final String parameter;
    private final String token;
    private final String allowed;

    /// @param parameter what is wrong, for example `resize.w` or `path`
    /// @param token the offending text as received; cut to [#LONGEST_TOKEN] characters
    /// @param allowed what would have been right, for example `1..16384`
    /// @param problem the problem in a few words, for example `is out of range`
    public InvalidArgument(String parameter, String token, String allowed, String problem) {
        super(parameter + ": '" + cut(token) + "' " + problem + ", allowed " + allowed);
        this.parameter = parameter;
        this.token = cut(token);
        this.allowed = allowed;
    }

    public String parameter() {
        return parameter;
    }

    public String token() {
        return token;
    }

    public String allowed() {
        return allowed;
    }

    private static String cut(String token) {
        return token.length() <= LONGEST_TOKEN ? token : token.substring(0, LONGEST_TOKEN);
    }
}
