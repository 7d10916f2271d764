package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The settings that the stack passes to a container
class ServiceSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "OnDemand,    io.imagehandler.ondemand.OnDemandSettings",
        "Worker,      io.imagehandler.worker.WorkerSettings",
        "Maintenance, io.imagehandler.worker.WorkerSettings"
    })
    void areThoseThatItsServiceKnows(String task, String settings)
            throws ReflectiveOperationException, JsonProcessingException {
        Map<String, String> passed = passed(task);
        var binder = new Binder(new MapConfigurationPropertySource(passed));

        Object bound =
                binder.bind(
                                "image-handler",
                                Bindable.of(Class.forName(settings)),
                                new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                        .get();

        assertThat(passed)
                .allSatisfy((name, value) -> assertThat(bound.toString()).contains(value));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OnDemand, originals-bucket,  StoreOriginals
                    OnDemand, derived-bucket,    StoreDerived
                    OnDemand, style-table,       TablesStyles
                    OnDemand, attempt-table,     TablesAttempts
                    Worker,   upload-queue,      QueueUploads
                    Worker,   backfill-queue,    QueueBackfill
                    Worker,   dead-letter-queue, QueueDeadLetters
                    Worker,   invalidation.distribution, DeliveryDistribution
                    """)
    void nameWhatTheyShould(String task, String name, String resource)
            throws JsonProcessingException {
        assertThat(passed(task).get("image-handler." + name)).startsWithIgnoringCase(resource);
    }

    /// As the container is given it, with logical ids for what they will be.
    private static Map<String, String> passed(String task) throws JsonProcessingException {
        JsonNode environment =
                Stacks.STANDARD
                        .properties("AWS::ECS::TaskDefinition", task)
                        .at("/ContainerDefinitions/0/Environment");
        assertThat(environment.findValuesAsText("Name")).containsExactly("SPRING_APPLICATION_JSON");
        String json =
                StreamSupport.stream(environment.at("/0/Value/Fn::Join/1").spliterator(), false)
                        .map(part -> part.isTextual() ? part.asText() : given(part.get("Ref")))
                        .collect(Collectors.joining());
        var settings = new TreeMap<String, String>();
        Stacks.JSON
                .readTree(json)
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    /// In capitals, as the ids of distributions are.
    private static String given(JsonNode logicalId) {
        return logicalId.asText().toUpperCase(Locale.ROOT);
    }
}
