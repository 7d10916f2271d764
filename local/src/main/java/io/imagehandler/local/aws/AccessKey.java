package io.imagehandler.local.aws;

/// A key pair as AWS gives out. The one used here protects nothing: everything is on loopback.
///
/// @param id the part that is sent
/// @param secret the part that signs
public record AccessKey(String id, String secret) {

    /// What everything here is signed with.
    public static final AccessKey LOCAL = new AccessKey("test", "test");

    @Override
    public String toString() {
        return id;
    }
}
