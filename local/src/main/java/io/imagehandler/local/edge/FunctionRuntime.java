package io.imagehandler.local.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/// A JavaScript context that holds the function and the modules that CloudFront gives it. For one
/// thread at a time.
final class FunctionRuntime implements AutoCloseable {

    private final Context context;
    private final Value run;

    private FunctionRuntime(Context context, Value run) {
        this.context = context;
        this.run = run;
    }

    static FunctionRuntime start(
            Engine engine, ModuleFiles modules, KeyValueStore store, InstantSource clock) {
        Context context =
                Context.newBuilder("js")
                        .engine(engine)
                        .allowHostAccess(HostAccess.NONE)
                        .allowIO(IOAccess.newBuilder().fileSystem(modules).build())
                        .option("js.esm-eval-returns-exports", "true")
                        .build();
        context.getBindings("js").putMember("host", hostOf(store, clock));
        return new FunctionRuntime(context, context.eval(modules.main()).getMember("run"));
    }

    private static ProxyObject hostOf(KeyValueStore store, InstantSource clock) {
        ProxyExecutable get = given -> store.get(given[0].asString()).orElse(null);
        ProxyExecutable hmac = given -> hmac(given[0].asString(), given[1].asString());
        ProxyExecutable coded = given -> Base64Url.coded(given[0].asString());
        ProxyExecutable plain = given -> Base64Url.plain(given[0].asString());
        ProxyExecutable now = _ -> clock.millis();
        return ProxyObject.fromMap(
                Map.of("get", get, "hmac", hmac, "coded", coded, "plain", plain, "now", now));
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64Url.coded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException unsupported) {
            throw new IllegalStateException("every JDK has HmacSHA256", unsupported);
        }
    }

    /// What the function makes of the request.
    ///
    /// @throws org.graalvm.polyglot.PolyglotException if the function throws
    Verdict judge(ViewerRequest request) {
        Value outcome =
                run.execute(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.header("accept"),
                        UUID.randomUUID().toString());
        // The function is asynchronous, but all its jobs have run when the call is back.
        Value answer = outcome.getMember("answer").execute();
        return answer.hasMember("statusCode")
                ? refusal(answer)
                : forward(answer.getMember("uri").asString(), outcome.getMember("group"));
    }

    private static Verdict refusal(Value answer) {
        var headers = new HashMap<String, String>();
        Value given = answer.getMember("headers");
        for (String name : given.getMemberKeys()) {
            headers.put(name, given.getMember(name).getMember("value").asString());
        }
        return new Verdict.Refusal(
                answer.getMember("statusCode").asInt(),
                headers,
                answer.getMember("body").asString());
    }

    private static Verdict forward(String path, Value group) {
        if (group.isNull()) {
            return new Verdict.Forward(path, List.of(), Set.of());
        }
        return new Verdict.Forward(
                path,
                elements(group.getMember("originIds")).stream()
                        .map(origin -> origin.getMember("originId").asString())
                        .toList(),
                Set.copyOf(
                        elements(group.getMember("failoverCriteria").getMember("statusCodes"))
                                .stream()
                                .map(Value::asInt)
                                .toList()));
    }

    private static List<Value> elements(Value array) {
        return LongStream.range(0, array.getArraySize()).mapToObj(array::getArrayElement).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
