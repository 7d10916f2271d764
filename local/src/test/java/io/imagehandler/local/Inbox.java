package io.imagehandler.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.local.aws.Names;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What the queue of uploads was told, taken out of it.
final class Inbox {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /// The messages that mention the text, once there are as many as are to be expected.
    List<String> messages(SqsClient sqs, String text, int expected) {
        await().untilAsserted(() -> {
            receive(sqs);
            assertThat(mentioning(text)).hasSizeGreaterThanOrEqualTo(expected);
        });
        receive(sqs);
        return mentioning(text);
    }

    private List<String> mentioning(String text) {
        return seen.stream().filter(body -> body.contains(text)).toList();
    }

    private void receive(SqsClient sqs) {
        var url = sqs.getQueueUrl(get -> get.queueName(Names.QUEUE)).queueUrl();
        for (var message :
                sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages()) {
            seen.add(message.body());
            sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
        }
    }

    static String keyIn(String event) {
        return URLDecoder.decode(find("\"key\":\"([^\"]+)\"", event), StandardCharsets.UTF_8);
    }

    static String nameIn(String event) {
        return find("\"eventName\":\"([^\"]+)\"", event);
    }

    static String sequencerIn(String event) {
        return find("\"sequencer\":\"([^\"]+)\"", event);
    }

    private static String find(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
