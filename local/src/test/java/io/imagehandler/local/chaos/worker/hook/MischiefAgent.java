package io.imagehandler.local.chaos.worker.hook;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// Has both engines ask [Mischief] before they decode, in this process and in the one where
/// suspects are decoded alone.
public final class MischiefAgent {

    private static final Set<String> ENGINES =
            Set.of(
                    "io/imagehandler/engine/vips/VipsEngine",
                    "io/imagehandler/engine/thumbnailator/ThumbnailatorEngine");
    private static final String ALONE = "io/imagehandler/engine/quarantine/CellCommand";
    private static final String SOURCE = "(Lio/imagehandler/engine/inspect/CheckedImage;";

    private static final List<Class<?>> PARTS =
            List.of(
                    MischiefAgent.class,
                    Hooking.class,
                    AskingFirst.class,
                    TakingTheAgentAlong.class,
                    Mischief.class);

    private MischiefAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Hooking());
    }

    private static final class Hooking implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> redefined,
                ProtectionDomain domain,
                byte[] bytes) {
            if (loader == null) {
                return null;
            }
            if (name.equals(ALONE)) {
                return changed(loader, bytes, MischiefAgent::isStarted, new TakingTheAgentAlong());
            }
            return ENGINES.contains(name)
                    ? changed(loader, bytes, MischiefAgent::decodes, new AskingFirst())
                    : null;
        }
    }

    private static byte[] changed(
            ClassLoader loader,
            byte[] bytes,
            Predicate<MethodModel> methods,
            CodeTransform change) {
        var file =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)));
        return file.transformClass(
                file.parse(bytes), ClassTransform.transformingMethodBodies(methods, change));
    }

    private static boolean decodes(MethodModel method) {
        return !method.flags().has(AccessFlag.STATIC)
                && method.methodType().stringValue().startsWith(SOURCE)
                && Set.of("render", "average").contains(method.methodName().stringValue());
    }

    /// The constructor that is given the command's words.
    private static boolean isStarted(MethodModel method) {
        return method.methodName().equalsString("<init>")
                && method.methodType().stringValue().startsWith("(Ljava/util/List;");
    }

    /// The command that starts the process alone, with this agent.
    public static List<String> withAgent(List<String> command) {
        var words = new ArrayList<>(command);
        var jar = MischiefAgent.class.getProtectionDomain().getCodeSource().getLocation();
        words.add(1, "-javaagent:" + jar.getPath());
        return words;
    }

    private static final class TakingTheAgentAlong implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            code.aload(1)
                    .invokestatic(
                            ClassDesc.of(MischiefAgent.class.getName()),
                            "withAgent",
                            MethodTypeDesc.of(ConstantDescs.CD_List, ConstantDescs.CD_List))
                    .astore(1);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }

    private static final class AskingFirst implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            code.aload(1)
                    .invokestatic(
                            ClassDesc.of(Mischief.class.getName()),
                            "before",
                            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object));
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }

    /// The agent as a JVM takes it.
    ///
    /// @param folder where its file is put
    public static Path jar(Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", MischiefAgent.class.getName());
        Files.createDirectories(folder);
        var file = folder.resolve("mischief.jar").toAbsolutePath();
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var type : PARTS) {
                put(jar, type);
            }
        }
        return file;
    }

    private static void put(JarOutputStream jar, Class<?> type) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is not there");
            }
            bytes.transferTo(jar);
        }
    }
}
