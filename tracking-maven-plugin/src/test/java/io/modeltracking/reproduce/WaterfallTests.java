package io.modeltracking.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.modeltracking.reproduce.Explanation.Measured;
import io.modeltracking.reproduce.Explanation.Part;
import io.modeltracking.reproduce.Explanation.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTests {

    private static Explanation explanation(String before, String after, String... parts) {
        List<Factor> factors = List.of(Factor.values()).subList(0, parts.length);
        return new Explanation(
                new Side("motor/1", "0".repeat(32), new BigDecimal(before)),
                new Side("<b>motor|2", "1".repeat(32), new BigDecimal(after)),
                "test.rmse",
                factors,
                List.of(new Measured(List.of(), "2".repeat(32), new BigDecimal(before))),
                factors.stream()
                        .map(factor -> new Part(factor, new BigDecimal(parts[factor.ordinal()])))
                        .toList(),
                null);
    }

    private static BigDecimal sum(List<String> figures) {
        return figures.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whatIsShownAddsUpAsItIsShown() {
        Waterfall waterfall =
                Waterfall.of(explanation("0.5", "0.6", "0.033333333333333", "0.033333333333333", "0.033333333333334"));

        assertThat(waterfall.from()).isEqualTo("0.50000");
        assertThat(waterfall.to()).isEqualTo("0.60000");
        List<String> amounts =
                waterfall.steps().stream().map(Waterfall.Step::amount).toList();
        assertThat(amounts).containsExactly("+0.03333", "+0.03334", "+0.03333");
        assertThat(sum(amounts)).isEqualByComparingTo("0.1");
        assertThat(waterfall.steps()).extracting(Waterfall.Step::percent).containsExactly("33.3 %", "33.4 %", "33.3 %");
    }

    @Test
    void partsAgainstTheDifferenceHaveMinusAndADataOnlyChangeIsAllData() {
        assertThat(Waterfall.of(explanation("20", "10", "5", "-15")).steps())
                .extracting(Waterfall.Step::amount, Waterfall.Step::percent)
                .containsExactly(tuple("+5.00", "-50.0 %"), tuple("-15.00", "150.0 %"));
        assertThat(Waterfall.of(explanation("1", "1.5", "0", "0.5")).steps())
                .extracting(Waterfall.Step::percent)
                .containsExactly("0.0 %", "100.0 %");
    }

    @Test
    void withoutADifferenceThereIsNoPercentage() {
        assertThat(Waterfall.of(explanation("1", "1", "2", "-2")).steps())
                .extracting(Waterfall.Step::percent)
                .containsOnlyNulls();
        assertThat(ExplanationReport.markdown(explanation("1", "1", "0"))).contains("| code | +0.0000 | – | 0 |");
    }

    @Test
    void thePictureHasABarForEachPartAndTextOfRunsStaysText() {
        Explanation explanation = explanation("20", "10", "5", "-15");

        String page = ExplanationReport.html(explanation);

        assertThat(page.split("<rect ")).hasSize(1 + 4);
        assertThat(page).contains("+5.00", "-15.00", "&lt;b&gt;motor|2").doesNotContain("<b>");
        assertThat(ExplanationReport.markdown(explanation)).contains("`<b>motor¦2`");
    }
}
