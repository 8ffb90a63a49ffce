package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The machine and software that a run was made on.
 *
 * @param jvmFlags as given, values of system properties masked unless they are on the allow-list
 * @param natives native libraries and their versions
 * @param classPath in order
 * @param variables environment variables that say how many threads a native library may use
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnvironmentState(
        String javaVersion,
        String javaVendor,
        String javaRuntime,
        String osName,
        String osVersion,
        String osArch,
        String cpu,
        int processors,
        long maxHeapBytes,
        String locale,
        String timeZone,
        String charset,
        List<String> jvmFlags,
        Map<String, String> natives,
        List<Entry> classPath,
        Map<String, String> variables) {

    /** Where no variable sets the number of threads. */
    public EnvironmentState(
            String javaVersion,
            String javaVendor,
            String javaRuntime,
            String osName,
            String osVersion,
            String osArch,
            String cpu,
            int processors,
            long maxHeapBytes,
            String locale,
            String timeZone,
            String charset,
            List<String> jvmFlags,
            Map<String, String> natives,
            List<Entry> classPath) {
        this(
                javaVersion,
                javaVendor,
                javaRuntime,
                osName,
                osVersion,
                osArch,
                cpu,
                processors,
                maxHeapBytes,
                locale,
                timeZone,
                charset,
                jvmFlags,
                natives,
                classPath,
                Map.of());
    }

    public EnvironmentState {
        jvmFlags = jvmFlags == null ? List.of() : List.copyOf(jvmFlags);
        natives = natives == null ? Map.of() : Map.copyOf(natives);
        classPath = classPath == null ? List.of() : List.copyOf(classPath);
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }

    /**
     * One entry of the class path.
     *
     * @param name file name of a jar, or a folder relative to the build's root
     * @param sha256 of a jar; of a folder's file names and contents
     * @param coordinates {@code groupId:artifactId:version} of a jar out of a Maven repository, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(String name, String sha256, Long size, String coordinates) {

        /** An entry that is not known to be of any Maven repository. */
        public Entry(String name, String sha256, Long size) {
            this(name, sha256, size, null);
        }
    }
}
