package io.modeltracking.provenance;

import java.util.List;
import java.util.Set;

/** The JVM's own flags without what may be private: values of unknown properties, options of agents, commands. */
final class JvmFlags {

    private static final Set<String> KNOWN = Set.of(
            "user.language",
            "user.country",
            "user.script",
            "user.variant",
            "user.timezone",
            "file.encoding",
            "native.encoding",
            "stdout.encoding",
            "stderr.encoding",
            "sun.stdout.encoding",
            "sun.stderr.encoding",
            "sun.jnu.encoding",
            "line.separator",
            "java.io.tmpdir",
            "java.awt.headless",
            "java.locale.providers",
            "java.util.concurrent.ForkJoinPool.common.parallelism",
            "jdk.attach.allowAttachSelf",
            "surefire.forkNumber");
    private static final String OURS = "tracking.";
    private static final List<String> AGENTS = List.of("-javaagent:", "-agentpath:", "-agentlib:");
    private static final List<String> COMMANDS =
            List.of("-XX:OnError=", "-XX:OnOutOfMemoryError=", "-XX:Flags=", "-Xrun");

    private JvmFlags() {}

    static List<String> masked(List<String> flags) {
        return flags.stream().map(JvmFlags::masked).toList();
    }

    private static String masked(String flag) {
        if (flag.startsWith("-D")) {
            return property(flag);
        }
        for (String agent : AGENTS) {
            if (flag.startsWith(agent)) {
                return agent + agent(flag.substring(agent.length()));
            }
        }
        for (String command : COMMANDS) {
            if (flag.startsWith(command)) {
                return command + Masking.MASK;
            }
        }
        return flag.startsWith("-") ? flag : Masking.MASK;
    }

    private static String property(String flag) {
        int equals = flag.indexOf('=');
        if (equals < 0) {
            return flag;
        }
        String name = flag.substring("-D".length(), equals);
        String value = flag.substring(equals + 1);
        boolean shown = (KNOWN.contains(name) || name.startsWith(OURS)) && !Masking.isSecret(name, value);
        return "-D" + name + '=' + (shown ? Masking.url(value) : Masking.MASK);
    }

    /** The agent's file name. */
    private static String agent(String text) {
        int equals = text.indexOf('=');
        String path = equals < 0 ? text : text.substring(0, equals);
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return equals < 0 ? name : name + '=' + Masking.MASK;
    }
}
