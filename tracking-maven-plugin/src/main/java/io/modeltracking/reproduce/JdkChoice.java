package io.modeltracking.reproduce;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The JDK that a copy is built on: of the recorded version where the toolchains name one, else of the recorded feature version, else
 * the running one.
 *
 * @param home null for the running one
 */
record JdkChoice(Path home, Finding finding) {

    private static final String ITEM = "JDK";

    /**
     * @param recorded null when it was not
     * @param running its version
     */
    static JdkChoice of(String recorded, String running, BuildTool tool) {
        if (recorded == null) {
            return new JdkChoice(null, Finding.different(ITEM, "not recorded; this is " + running));
        }
        if (recorded.equals(running)) {
            return new JdkChoice(null, Finding.ok(ITEM, running));
        }
        Optional<Integer> feature = feature(recorded);
        Optional<BuildTool.Jdk> found = feature.flatMap(
                number -> tool.jdks(number).stream().min(Comparator.comparing(jdk -> !recorded.equals(jdk.version()))));
        boolean exact = found.filter(jdk -> recorded.equals(jdk.version())).isPresent();
        if (found.isEmpty() || (!exact && feature.equals(feature(running)))) {
            return new JdkChoice(
                    null,
                    Finding.different(
                            ITEM,
                            "recorded " + recorded + ", this is " + running
                                    + (found.isEmpty() && !feature.equals(feature(running))
                                            ? "; name one in toolchains.xml"
                                            : "")));
        }
        BuildTool.Jdk jdk = found.get();
        return new JdkChoice(
                jdk.home(),
                exact
                        ? Finding.ok(ITEM, recorded + ", from the toolchains: " + jdk.home())
                        : Finding.different(
                                ITEM,
                                "recorded " + recorded + ", from the toolchains "
                                        + (jdk.version() == null ? "another of that feature version" : jdk.version())
                                        + ": " + jdk.home()));
    }

    /** One of another feature version, which has to be there. */
    static JdkChoice instead(int wanted, String running, BuildTool tool) {
        Optional<BuildTool.Jdk> found = tool.jdks(wanted).stream().findFirst();
        if (found.isPresent()) {
            return new JdkChoice(
                    found.get().home(),
                    Finding.ok(
                            ITEM,
                            wanted + ", from the toolchains: " + found.get().home()));
        }
        return new JdkChoice(
                null,
                feature(running).equals(Optional.of(wanted))
                        ? Finding.ok(ITEM, running)
                        : Finding.missing(ITEM, wanted + ": name one in toolchains.xml; this is " + running));
    }

    /** Empty when the text is no version. */
    static Optional<Integer> feature(String version) {
        try {
            return Optional.of(Runtime.Version.parse(version).feature());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
