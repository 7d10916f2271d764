package io.imagehandler.signature;

import io.imagehandler.failure.ImageFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The command that prints a signed URL.
public final class Sign {

    private static final int REFUSED = 2;

    private static final String HELP =
            """
            Prints a URL with its signature behind it.

              ./run sign [--key-id ID] [--expires TIME] [--secret-file FILE] URL

              URL                 whole or from its path on, percent-encoded as it will be asked for
              --key-id ID         which key the secret is of (k1)
              --expires TIME      for how long it is valid: 90s, 30m, 12h or 7d, which is the longest (1h)
              --secret-file FILE  holds the secret alone; without it IMAGE_HANDLER_SIGNING_SECRET does
              --help              prints this
            """;

    private Sign() {}

    public static void main(String... arguments) {
        int outcome = run(List.of(arguments), System.getenv(), System.out, System.err);
        if (outcome != 0) {
            System.exit(outcome);
        }
    }

    /// @return what the process ends with
    static int run(
            List<String> arguments,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            var given = SignArguments.parse(arguments);
            var key = SigningKey.of(given.keyId(), given.secret(environment));
            var signer = new UrlSigner(key, InstantSource.system());
            out.println(signer.sign(given.url(), given.valid()));
            return 0;
        } catch (ImageFailure failure) {
            err.println("This URL would be refused: " + failure.detail());
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
        } catch (IOException unreadable) {
            err.println("The file of the secret cannot be read: " + unreadable.getMessage());
        }
        return REFUSED;
    }
}
