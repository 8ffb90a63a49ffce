package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.chart.Chart;
import io.modeltracking.chart.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChartFileTests {

    private static final String COLUMNS =
            "[{'name':'x','unit':'','type':'number','values':[1]},{'name':'y','unit':'','type':'number','values':[2]}]";

    @ParameterizedTest
    @EnumSource(Kind.class)
    void knowsEveryKindThatTheExtensionWrites(Kind kind) {
        ChartKind known = ChartKind.of(kind.id()).orElseThrow();
        assertThat(Stream.of(known.texts(), known.numbers()).flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(kind.columns());
    }

    @Test
    void readsWhatTheExtensionWrites() throws Exception {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("bin", new String[] {"1", "2"});
        columns.put("weight", new double[] {10, Double.NaN});
        columns.put("actual", new double[] {0.1, Double.POSITIVE_INFINITY});
        columns.put("expected", new double[] {1.0 / 3, -1e-300});
        ChartData chart = ChartFile.read(Chart.of("lift", Kind.LIFT, "Lift", "hint", "bin", "claims per year", columns)
                .json());
        assertThat(chart.kind()).isEqualTo(ChartKind.LIFT);
        assertThat(chart.title() + chart.hint() + chart.xTitle() + chart.yTitle())
                .isEqualTo("Lifthintbinclaims per year");
        assertThat(chart.rows()).isEqualTo(2);
        assertThat(((ChartColumn.Words) chart.columns().get(0)).values()).containsExactly("1", "2");
        assertThat(((ChartColumn.Numbers) chart.columns().get(1)).values()).containsExactly(10, Double.NaN);
        assertThat(((ChartColumn.Numbers) chart.columns().get(2)).values())
                .containsExactly(0.1, Double.POSITIVE_INFINITY);
        assertThat(((ChartColumn.Numbers) chart.columns().get(3)).values()).containsExactly(1.0 / 3, -1e-300);
    }

    @Test
    void takesATableForATableAndOtherJsonForNeither() throws Exception {
        assertThat(read("{'schemaVersion':1,'columns':" + COLUMNS + "}").kind()).isNull();
        assertThat(read("{'schemaVersion':1,'kind':'FREQUENCY','rows':12}")).isNull();
        assertThat(read("{'columns':[{'name':'ClaimNb','type':'integer'}]}")).isNull();
        assertThat(read("[1,2]")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'schemaVersion':1,'columns':[|cannot be read",
                "{'schemaVersion':2,'columns':C}|schemaVersion is not 1",
                "{'schemaVersion':'1','columns':C}|schemaVersion is not 1",
                "{'schemaVersion':1,'columns':[]}|no columns",
                "{'schemaVersion':1,'kind':'pie','columns':C}|kind \"pie\" is not known",
                "{'schemaVersion':1,'kind':{},'columns':C}|no text field kind",
                "{'schemaVersion':1,'kind':'lift','columns':C}|no column of texts named bin",
                "{'schemaVersion':1,'kind':'murphy','columns':C}|no column of numbers named threshold",
                "{'schemaVersion':1,'kind':'scatter','title':[],'columns':C}|no text field title",
                "{'schemaVersion':1,'columns':[{'name':'x','unit':'','type':'number','values':['1']}]}|something else",
                "{'schemaVersion':1,'columns':[{'name':'x','unit':'','type':'text','values':[{}]}]}|something else",
                "{'schemaVersion':1,'columns':[{'name':'x','unit':'','type':'text'}]}|has no values",
                "{'schemaVersion':1,'columns':[[[[[[[[1]]]]]]]]}|cannot be read"
            })
    void refusesWhatIsNoChartAndSaysWhy(String json, String reason) {
        assertThatThrownBy(() -> read(json.replace(":C", ":" + COLUMNS)))
                .isInstanceOf(ChartFile.Refused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsTooLargeOrUneven() {
        List<Integer> rows = Collections.nCopies(ChartFile.MOST_ROWS + 1, 1);
        Map<String, List<Integer>> wide = new LinkedHashMap<>();
        for (int i = 0; i <= ChartFile.MOST_COLUMNS; i++) {
            wide.put("c" + i, List.of(1));
        }
        assertThatThrownBy(() -> ChartFile.read(ChartFixture.json(ChartFixture.table(Map.of("x", rows)))))
                .hasMessage("it has 20001 rows, the page shows 20000");
        assertThatThrownBy(() -> ChartFile.read(ChartFixture.json(ChartFixture.table(wide))))
                .hasMessage("it has 61 columns, the page shows 60");
        assertThatThrownBy(() ->
                        ChartFile.read(ChartFixture.json(ChartFixture.table(Map.of("x", List.of(1), "y", List.of())))))
                .hasMessageContaining("rows, others have another number");
        assertThatThrownBy(() -> ChartFile.read(new byte[ChartFile.LARGEST + 1]))
                .hasMessageContaining("larger than");
    }

    @Test
    void boundsTextsAndShowsWhatHides() throws Exception {
        ChartData chart = ChartFile.read(ChartFixture.json(ChartFixture.chart(
                "bars",
                "a\u202eb\n" + "x".repeat(900),
                Map.of("label", List.of("y".repeat(900)), "value", List.of(1)))));
        assertThat(chart.title()).startsWith("a\ufffdb x").hasSizeLessThan(310);
        assertThat(chart.columns())
                .filteredOn(ChartColumn.Words.class::isInstance)
                .allSatisfy(column ->
                        assertThat(((ChartColumn.Words) column).values().get(0)).hasSizeLessThan(210));
    }

    private static ChartData read(String json) throws Exception {
        return ChartFile.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
