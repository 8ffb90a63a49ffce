package io.modeltracking.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTests {

    private static final Chart BARS =
            Chart.bars("Importance", new String[] {"a", "</script>"}, new double[] {0.1, Double.NaN}, "gain");

    static Stream<Chart> gallery() {
        return Gallery.charts().stream();
    }

    @Test
    void theJsonIsReadableAndVersioned() {
        assertThat(new String(BARS.json(), UTF_8))
                .isEqualTo("{\"schemaVersion\":1,\"name\":\"importance\",\"kind\":\"bars\",\"title\":\"Importance\","
                        + "\"hint\":\"\",\"xTitle\":\"gain\",\"yTitle\":\"\",\"columns\":["
                        + "{\"name\":\"label\",\"unit\":\"\",\"type\":\"text\",\"values\":[\"a\",\"</script>\"]},"
                        + "{\"name\":\"value\",\"unit\":\"\",\"type\":\"number\",\"values\":[0.1,\"NaN\"]}]}");
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void whatWasWrittenIsReadBack(Chart chart) {
        assertThat(Chart.read(chart.json())).isEqualTo(chart);
        assertThat(Chart.read(chart.json()).json()).isEqualTo(chart.json());
    }

    @Test
    void numbersThatAreNotFiniteSurvive() {
        Chart chart = Chart.scatter("Points", "x", new double[] {Double.NaN, 1, -0.0}, "y", new double[] {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
        });
        assertThat(Chart.read(chart.json())).isEqualTo(chart);
    }

    @Test
    void fieldsOfALaterReleaseAreIgnored() {
        String json = new String(BARS.json(), UTF_8).replace("\"hint\"", "\"colour\":[1],\"hint\"");
        assertThat(Chart.read(json.getBytes(UTF_8))).isEqualTo(BARS);
    }

    @Test
    void anUnknownVersionIsAnError() {
        String json = new String(BARS.json(), UTF_8).replace("\"schemaVersion\":1", "\"schemaVersion\":2");
        assertThatThrownBy(() -> Chart.read(json.getBytes(UTF_8)))
                .hasMessageContaining("schemaVersion 2")
                .hasMessageContaining("use the release that wrote it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"schemaVersion\":1}", "{\"schemaVersion\":1,\"name\":7}", "{"})
    void brokenJsonIsAnErrorThatSaysSo(String json) {
        assertThatThrownBy(() -> Chart.read(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chart's JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../lift", "a/b", "", "Lift", "a..b", ".hidden", "c:\\x"})
    void aNameThatIsNoFileNameIsAnError(String name) {
        assertThatThrownBy(() -> BARS.named(name)).hasMessageContaining("becomes a file's name");
    }

    @Test
    void aMissingColumnIsAnError() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("label", new String[] {"a"});
        assertThatThrownBy(() -> Chart.of("x", Kind.BARS, "x", "", "", "", columns))
                .hasMessageContaining("[label, value]; value is missing");
    }

    @Test
    void columnsOfUnequalLengthAreAnError() {
        assertThatThrownBy(() -> Chart.bars("x", new String[] {"a"}, new double[] {1, 2}, ""))
                .hasMessageContaining("column value has 2 rows, column label has 1");
    }

    @Test
    void csvQuotesAndDisarms() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("level", new String[] {"plain", "a,b", "say \"x\"", "=1+1", "-5", "@cmd", "two\nlines"});
        columns.put("rate", new double[] {0.1, 1e-7, 1e21, Double.NaN, -0.0, 3, Double.POSITIVE_INFINITY});
        assertThat(new String(DataTable.of(columns).csv(), UTF_8))
                .isEqualTo(
                        "level,rate\r\nplain,0.1\r\n\"a,b\",1.0E-7\r\n\"say \"\"x\"\"\",1.0E21\r\n'=1+1,NaN\r\n-5,-0.0\r\n"
                                + "'@cmd,3.0\r\n\"two\nlines\",Infinity\r\n");
    }

    @Test
    void aTableAloneIsJsonToo() {
        assertThat(new String(BARS.data().json(), UTF_8)).startsWith("{\"schemaVersion\":1,\"columns\":[");
    }
}
