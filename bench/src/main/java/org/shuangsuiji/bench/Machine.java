package org.shuangsuiji.bench;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;

/** What the figures were measured on. */
record Machine(int cores, long memoryMib, long heapMib, String java, String system, String postgres, LocalDate day) {

    static Machine here(String postgres, Clock clock) {
        var bean = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                bean.getTotalMemorySize() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                postgres,
                LocalDate.now(clock));
    }

    String line() {
        return "%s, %d cores, %,d MiB memory, %s, heap %,d MiB, %s, %s"
                .formatted(day, cores, memoryMib, java, heapMib, postgres, system);
    }
}
