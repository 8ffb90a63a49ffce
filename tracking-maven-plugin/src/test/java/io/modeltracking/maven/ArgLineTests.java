package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArgLineTests {

    @Test
    void standsBeforeWhatIsThere() {
        assertThat(new ArgLine(Path.of("/repo/ext.jar"), new TreeMap<>(Map.of("tracking.root", "/w")), true)
                        .before(" -Xmx1g "))
                .isEqualTo("-javaagent:/repo/ext.jar --enable-native-access=ALL-UNNAMED -Dtracking.root=/w -Xmx1g");
    }

    @Test
    void quotesWhatHasSpacesOrQuotes() {
        assertThat(new ArgLine(Path.of("/my repo/ext.jar"), new TreeMap<>(Map.of("tracking.a", "it's")), false)
                        .before(null))
                .isEqualTo("\"-javaagent:/my repo/ext.jar\" \"-Dtracking.a=it's\"");
        assertThat(properties("tracking.a", "say \"x\"")).isEqualTo("'-Dtracking.a=say \"x\"'");
    }

    @Test
    void leavesOutWhatNoQuotesCanHold() {
        assertThat(properties("tracking.a", "\"'")).isEmpty();
        assertThat(properties("tracking.a", "two\nlines")).isEmpty();
    }

    private static String properties(String name, String value) {
        return new ArgLine(null, new TreeMap<>(Map.of(name, value)), false).before("");
    }
}
