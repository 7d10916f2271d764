package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The app makes
class SynthTest {

    @Test
    void theSameTemplateInEveryProcessWithoutNetworkCredentialsOrDocker(@TempDir Path folder)
            throws IOException, InterruptedException {
        var expected = Stacks.STANDARD.template();
        var app =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImageHandlerApp.class.getName());
        Map<String, String> environment = app.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("CDK_OUTDIR", folder.toString());
        environment.put(
                "CDK_CONTEXT_JSON", Stacks.JSON.writeValueAsString(Stacks.STANDARD.context()));
        for (String proxy : new String[] {"http_proxy", "https_proxy", "HTTPS_PROXY"}) {
            environment.put(proxy, "http://127.0.0.1:9");
        }
        app.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());

        assertThat(app.start().waitFor()).as("see %s/log", folder).isZero();

        var made = Stacks.read(folder.resolve(Stacks.NAME + ".template.json"));
        assertThat(made.toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatTheChecksOfAwsSolutionsOrTheCdkFind(Stacks stack) {
        assertThat(stack.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noSecondLambdaBesideTheLookUpOfCloudFrontsAddresses(Stacks stack) {
        var functions = stack.all("AWS::Lambda::Function").keySet();

        assertThat(functions)
                .hasSizeLessThanOrEqualTo(stack == Stacks.CHOSEN ? 0 : 1)
                .allMatch(name -> name.startsWith("AWS679f53fac002430cb0da5b7982bd2287"));
        assertThat(stack.template().toString()).doesNotContain("S3BucketNotifications");
    }
}
