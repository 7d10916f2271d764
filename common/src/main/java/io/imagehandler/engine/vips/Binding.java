package io.imagehandler.engine.vips;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Makes an interface of Java methods call the C functions of the same names.
final class Binding {

    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private Binding() {}

    /// The functions of `api`, every one of which is looked up now.
    ///
    /// @throws java.util.NoSuchElementException if one is missing
    static <T> T of(Class<T> api, SymbolLookup symbols) {
        var handles = new HashMap<Method, MethodHandle>();
        for (Method method : api.getMethods()) {
            handles.put(method, handle(method, symbols));
        }
        return api.cast(
                Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, calls(handles)));
    }

    private static InvocationHandler calls(Map<Method, MethodHandle> handles) {
        return (_, method, arguments) ->
                (Object) requireNonNull(handles.get(method)).invokeExact(arguments);
    }

    @SuppressWarnings("restricted") // Calling C is what this class is for.
    private static MethodHandle handle(Method method, SymbolLookup symbols) {
        MemorySegment function = symbols.findOrThrow(nameInC(method.getName()));
        return Linker.nativeLinker()
                .downcallHandle(function, descriptor(method))
                .asSpreader(Object[].class, method.getParameterCount())
                .asType(SPREAD);
    }

    private static FunctionDescriptor descriptor(Method method) {
        MemoryLayout[] parameters =
                Arrays.stream(method.getParameterTypes())
                        .map(Binding::layout)
                        .toArray(MemoryLayout[]::new);
        return method.getReturnType() == void.class
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(method.getReturnType()), parameters);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == int.class) {
            return ValueLayout.JAVA_INT;
        }
        if (type == long.class) {
            return ValueLayout.JAVA_LONG;
        }
        return type == double.class ? ValueLayout.JAVA_DOUBLE : ValueLayout.ADDRESS;
    }

    private static String nameInC(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
