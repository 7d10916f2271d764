package io.imagehandler.config;

import com.sun.management.OperatingSystemMXBean;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.memory.MemoryBudget;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How much memory renderings may hold together.
///
/// Unless it is set, 60 % of what the container has beside the heap and what a Java process needs
/// else; or of the heap, where the engine holds its pictures there. The rest is for what allocators
/// lose between pictures.
@Configuration(proxyBeanMethods = false)
public class MemoryConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryConfiguration.class);

    /// Classes, compiled code, stacks and buffers of connections.
    private static final long BESIDE_THE_HEAP = 200_000_000;

    private static final double SHARE = 0.6;

    @Bean
    MemoryBudget memoryBudget(ImageEngine engine, ImageSettings settings) {
        long memory = settings.rendering().memory();
        String origin = "as image-handler.memory-budget says";
        if (memory == 0) {
            var spare = new Spare(container(), Runtime.getRuntime().maxMemory());
            boolean heap = !engine.status().isNative();
            memory = heap ? spare.inTheHeap() : spare.besideTheHeap();
            origin = "60 % of what there is " + (heap ? "in " : "beside ") + spare;
        }
        check(memory, origin, settings.limits());
        LOG.info("memory for pictures: {} MiB, {}", memory >> 20, origin);
        return new MemoryBudget(memory);
    }

    /// What a process has.
    ///
    /// @param container what the control group allows, else what the machine has, in bytes
    /// @param heap the most that the heap may grow to, in bytes
    record Spare(long container, long heap) {

        long besideTheHeap() {
            return (long) (SHARE * (container - heap - BESIDE_THE_HEAP));
        }

        long inTheHeap() {
            return (long) (SHARE * heap);
        }

        @Override
        public String toString() {
            return "a heap of %d MiB in %d MiB".formatted(heap >> 20, container >> 20);
        }
    }

    /// @throws WrongSetting if the largest picture that is allowed would never be rendered
    private static void check(long memory, String origin, ImageLimits limits) {
        long largest = limits.decodeMemory() + limits.bytes();
        if (memory < largest + MemoryBudget.PERMIT) {
            throw new WrongSetting(
                    ("the memory for pictures is %d MiB (%s), less than the %d MiB that the largest"
                                    + " allowed picture takes: give the process more memory or a smaller"
                                    + " heap, or lower image-handler.limits.decode-memory (%d MiB) or"
                                    + " image-handler.limits.bytes (%d MiB)")
                            .formatted(
                                    memory >> 20,
                                    origin,
                                    Math.ceilDiv(largest, 1 << 20) + 1,
                                    limits.decodeMemory() >> 20,
                                    limits.bytes() >> 20));
        }
    }

    /// The JDK knows the limits of control groups, of both versions.
    private static long container() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
