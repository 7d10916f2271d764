package io.imagehandler.infra.delivery;

import io.imagehandler.infra.settings.Delivery;
import java.util.List;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.KeyValueStore;
import software.constructs.Construct;

/// The two functions that every request meets one of, and the store of the first.
///
/// What is in the store, secrets and versions of styles, is not in the template: an operator writes
/// it after the deployment.
final class EdgeFunctions extends Construct {

    private final KeyValueStore store;
    private final Function main;
    private final Function reserved;

    EdgeFunctions(Construct scope, String id, Delivery settings) {
        super(scope, id);
        store =
                KeyValueStore.Builder.create(this, "Store")
                        .comment("key:<id> = secret; style:<name> = version and formats")
                        .build();
        main =
                function("ViewerRequest", EdgeCode.viewerRequest(settings))
                        .comment("Chooses where a picture is looked for")
                        .keyValueStore(store)
                        .build();
        reserved =
                function("Reserved", EdgeCode.reserved())
                        .comment("Refuses what only the other function may ask for")
                        .build();
    }

    KeyValueStore store() {
        return store;
    }

    List<FunctionAssociation> main() {
        return onRequest(main);
    }

    List<FunctionAssociation> reserved() {
        return onRequest(reserved);
    }

    private Function.Builder function(String id, String code) {
        return Function.Builder.create(this, id)
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(code));
    }

    private static List<FunctionAssociation> onRequest(Function function) {
        return List.of(
                FunctionAssociation.builder()
                        .eventType(FunctionEventType.VIEWER_REQUEST)
                        .function(function)
                        .build());
    }
}
