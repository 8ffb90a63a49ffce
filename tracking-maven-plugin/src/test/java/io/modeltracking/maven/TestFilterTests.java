package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFilterTests {

    @ParameterizedTest
    @CsvSource({
        "skipTests, true, true",
        "skipTests, '', true",
        "skipTests, false, false",
        "skipITs, true, true",
        "maven.test.skip, TRUE, true",
        "test, SomeTest#method, true",
        "it.test, FrequencyIT, true",
        "groups, fast, true",
        "failsafe.includes, x, true",
        "test, '', false",
        "unrelated, true, false",
    })
    void knowsWhatIsTyped(String name, String value, boolean filters) {
        assertThat(TestFilter.of(properties(name, value), new Properties()).isPresent())
                .isEqualTo(filters);
    }

    @Test
    void takesSkippingInThePomForSkippingButItsGroupsForTheRule() {
        assertThat(TestFilter.of(new Properties(), properties("skipITs", "true")))
                .contains("tests are skipped by -DskipITs");
        assertThat(TestFilter.of(new Properties(), properties("groups", "models")))
                .isEmpty();
        assertThat(TestFilter.of(properties("skipTests", "false"), properties("skipTests", "true")))
                .isEmpty();
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
