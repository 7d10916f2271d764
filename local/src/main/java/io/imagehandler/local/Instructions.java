package io.imagehandler.local;

import io.imagehandler.local.sample.SamplePicture;
import java.nio.file.Path;

/// What to do next, as commands to paste.
final class Instructions {

    private static final String TEXT =
            """

            Everything is up. Ctrl-C ends it; %data% keeps everything for the next start.

              pictures      %edge%
              S3            %s3%  (buckets originals and derived)
              SQS           %sqs%  (queues uploads, backfill and uploads-dead)
              DynamoDB      %dynamodb%  (table styles)
              logs          %data%/logs  (notices.log: events for applications, and what caches forget)

            In another terminal:

              export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1

            Upload a picture (%sample% is a drawn one of 12 megapixels; take one of yours):

              curl -T %sample% -H 'Content-Type: image/jpeg' -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --aws-sigv4 aws:amz:us-east-1:s3 --user test:test %s3%/originals/photos/sample.jpg
              aws --endpoint-url %s3% s3 cp %sample% s3://originals/photos/sample.jpg

            List what was made of it, in every style and format:

              curl -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --aws-sigv4 aws:amz:us-east-1:s3 --user test:test '%s3%/derived?list-type=2&prefix=_r%2Fs%2Fphotos%2Fsample.jpg%2F'
              aws --endpoint-url %s3% s3 ls --recursive s3://derived/

            Open it in a style (thumb, card or hero), in a size of your own, and as it was uploaded:

              curl -o thumb.jpg '%edge%/photos/sample.jpg?x-oss-process=style/thumb'
              curl -o 300.jpg '%edge%/photos/sample.jpg?x-oss-process=image/resize,w_300'
              curl -o original.jpg %edge%/photos/sample.jpg

            Add a style; uploads from then on are made in it, and every picture can be asked for in it:

              %endpoints%./run styles put banner 'image/resize,m_fill,w_1200,h_400' --eager --formats webp

            What was uploaded before is made in it by a backfill; ask what that takes, then do it:

              %endpoints%./run backfill --style banner --dry-run
              %endpoints%./run backfill --style banner

            See whether anything is missing, stale or left over (every night in a deployment), and heal it:

              %endpoints%./run reconcile --dry-run --list
              %endpoints%./run reconcile

            Upload another picture in its place, or delete it; what was made of it follows:

              aws --endpoint-url %s3% s3 cp your-photo.jpg s3://originals/photos/sample.jpg
              curl -X DELETE -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --aws-sigv4 aws:amz:us-east-1:s3 --user test:test %s3%/originals/photos/sample.jpg
            %signing%\
            """;

    private static final String SIGNING =
            """

            URLs must be signed (--signing=%mode%); sign one, and ask for it:

              ./run sign --secret-file %data%/%file% '%edge%/photos/sample.jpg?x-oss-process=image/resize,w_300'
            """;

    private Instructions() {}

    static String of(Settings settings) {
        var data = shortened(settings.data());
        return TEXT.replace("%signing%", signing(settings))
                .replace("%endpoints%", endpoints(settings))
                .replace("%edge%", at(settings.edgePort()))
                .replace("%s3%", at(settings.s3Port()))
                .replace("%sqs%", at(settings.sqsPort()))
                .replace("%dynamodb%", at(settings.dynamoDbPort()))
                .replace("%sample%", data + "/" + SamplePicture.NAME)
                .replace("%data%", data.toString());
    }

    private static String signing(Settings settings) {
        return switch (settings.signing()) {
            case OFF -> "";
            case AD_HOC, ALL ->
                    SIGNING.replace("%mode%", settings.signing().word())
                            .replace("%file%", SignedUrls.FILE);
        };
    }

    /// Commands find the usual ports by themselves.
    private static String endpoints(Settings settings) {
        boolean usual =
                settings.s3Port() == 9000
                        && settings.sqsPort() == 9324
                        && settings.dynamoDbPort() == 8000;
        return usual
                ? ""
                : "AWS_ENDPOINT_URL_S3=%s AWS_ENDPOINT_URL_SQS=%s AWS_ENDPOINT_URL_DYNAMODB=%s "
                        .formatted(
                                at(settings.s3Port()),
                                at(settings.sqsPort()),
                                at(settings.dynamoDbPort()));
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static Path shortened(Path folder) {
        var here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
    }
}
