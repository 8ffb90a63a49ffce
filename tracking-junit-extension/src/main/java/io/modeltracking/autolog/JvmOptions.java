package io.modeltracking.autolog;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Options that this JVM was started with. */
final class JvmOptions {

    private JvmOptions() {}

    /** Whether agents may be attached while the JVM runs; true where the JVM does not tell. */
    static boolean dynamicAgentLoading() {
        try {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return bean == null
                    || !"false"
                            .equals(bean.getVMOption("EnableDynamicAgentLoading")
                                    .getValue());
        } catch (RuntimeException | LinkageError e) {
            // Not HotSpot, or an image without the management modules.
            return true;
        }
    }
}
