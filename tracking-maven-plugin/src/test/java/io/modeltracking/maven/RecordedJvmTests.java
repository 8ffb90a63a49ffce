package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordedJvmTests {

    private static RecordedJvm of(String... typed) {
        Properties properties = new Properties();
        for (int index = 0; index < typed.length; index += 2) {
            properties.setProperty("tracking.reproduce.jvm." + typed[index], typed[index + 1]);
        }
        return RecordedJvm.of(properties);
    }

    @Test
    void takesWhatAResultMayHangOn() {
        RecordedJvm recorded = of(
                "user.language",
                "de",
                "user.country",
                "CH",
                "user.timezone",
                "Etc/GMT+2",
                "file.encoding",
                "UTF-8",
                "processors",
                "4");

        assertThat(recorded.properties())
                .isEqualTo(new TreeMap<>(Map.of(
                        "user.language",
                        "de",
                        "user.country",
                        "CH",
                        "user.timezone",
                        "Etc/GMT+2",
                        "file.encoding",
                        "UTF-8")));
        assertThat(new ArgLine(null, recorded.properties(), false, recorded.processors()).before("-Xmx1g"))
                .isEqualTo("-XX:ActiveProcessorCount=4 -Dfile.encoding=UTF-8 -Duser.country=CH -Duser.language=de"
                        + " -Duser.timezone=Etc/GMT+2 -Xmx1g");
    }

    @Test
    void aLanguageWithoutACountryHasNoneOfTheMachine() {
        assertThat(of("user.language", "de").properties()).containsEntry("user.country", "");
    }

    @Test
    void leavesOutWhatIsNotOnTheListOrIsNoSuchValue() {
        RecordedJvm recorded = of(
                "java.class.path", "evil.jar",
                "user.timezone", "UTC -javaagent:evil.jar",
                "user.language", "de\n",
                "processors", "4 -XX:OnError=x");

        assertThat(recorded.properties()).isEmpty();
        assertThat(recorded.processors()).isNull();
        assertThat(of().properties()).isEmpty();
    }
}
