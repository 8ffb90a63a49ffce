package io.modeltracking.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "metrics.rmse < 1 | metrics.rmse < 1.0",
                "metric.`m 1`>=-1.5e-3 | metrics.`m 1` >= -0.0015",
                "params.\"x y\" = '3' | params.`x y` = '3'",
                "params.depth <> 3 | params.depth != 3.0",
                "parameter.depth == 3 | params.depth = 3.0",
                "attributes.status = 'FINISHED' | attributes.status = 'FINISHED'",
                "status = \"FINISHED\" | attributes.status = 'FINISHED'",
                "run.`Run Name` LIKE '%x' | attributes.run_name LIKE '%x'",
                "`run name` ilike 'X' | attributes.run_name ILIKE 'X'",
                "tags.mlflow.runName = 'a' | attributes.run_name = 'a'",
                "tag.`mlflow.source.git.commit` = 'a' | attributes.commit = 'a'",
                "run_id IN ('a','b') | attributes.run_id IN ('a', 'b')",
                "run_id not in ('a') | NOT attributes.run_id IN ('a')",
                "dataset.digest = 'a' AND datasets.context = 'train' | datasets.hash = 'a' AND datasets.role = 'train'",
                "params.a IS NOT NULL | NOT params.a IS NULL",
                "params.flag = true | params.flag = 'true'",
                "metrics.a = nan or metrics.a > -inf | metrics.a = NaN OR metrics.a > -Infinity",
                "created > '1970-01-02' | attributes.start_time > 8.64E7",
                "NOT a.b = 1 | ",
                "params.a = 'it''s' | params.a = 'it''s'",
                "metrics.a<1 and not (metrics.b>2 or tags.c='d') | metrics.a < 1.0 AND NOT (metrics.b > 2.0 OR tags.c = 'd')"
            })
    void readsWhatMlflowReadsAndMore(String text, String printed) {
        if (printed == null) {
            assertThatExceptionOfType(FilterException.class).isThrownBy(() -> FilterParser.parse(text));
        } else {
            assertThat(FilterPrinter.text(FilterParser.parse(text))).isEqualTo(printed);
        }
    }

    @Test
    void bindsNotTighterThanAndAndThatTighterThanOr() {
        assertThat(FilterParser.parse("NOT trial = 1 AND trial = 2 OR trial = 3"))
                .isInstanceOfSatisfying(
                        Filter.Or.class,
                        or -> assertThat(or.parts().get(0))
                                .isInstanceOfSatisfying(
                                        Filter.And.class,
                                        and -> assertThat(and.parts().get(0)).isInstanceOf(Filter.Not.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "metrics.rmse < 'abc' | 16 | without quotes",
                "metrics.rmse < | 15 | a number",
                "metrics.rmse ~ 3 | 14 | backticks",
                "metrics.rmse LIKE '%' | 14 | = != < <= > >= IN",
                "params.a < 'abc' | 12 | without quotes",
                "params.a < 1 params.b | 14 | AND, OR or the end",
                "(params.a < 1 | 14 | )",
                "parms.a < 1 | 1 | params., metrics., tags., datasets. or attributes.",
                "stat = 'a' | 1 | status, verdict, reason",
                "datasets.rows = 'a' | 1 | datasets.role",
                "tags.a = 3 | 10 | '3'",
                "tags.a > 'b' | 8 | LIKE",
                "params.a IN () | 14 | a text in quotes",
                "params.a IN (1, 'b') | 17 | all texts",
                "params.a = 'b | 12 | written twice",
                "params.a = 1.2.3 | 12 | 1e-3",
                "params. = 1 | 1 | params.`max depth`",
                "params.a IS 3 | 13 | NOT NULL",
                "start_time > 'x' | 14 | 2026-03-05T14:00:00Z",
                "AND | 1 | metrics.test.rmse"
            })
    void pointsAtTheFaultAndSaysWhatWouldBeRight(String text, int column, String wayOut) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> FilterParser.parse(text))
                .satisfies(e -> {
                    List<String> lines = e.getMessage().lines().toList();
                    assertThat(e.column()).as(e.getMessage()).isEqualTo(column);
                    assertThat(lines.get(0)).startsWith("Column " + column + " of the filter: ");
                    assertThat(lines.get(1)).isEqualTo("  " + text);
                    assertThat(lines.get(2)).isEqualTo(" ".repeat(column + 1) + "^");
                    assertThat(lines.get(3)).contains(wayOut);
                });
    }

    @Test
    void showsTheSurroundingsOfAFaultInALongText() {
        String text = "params.a = 1 and ".repeat(20) + "params.a ! 2";
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> FilterParser.parse(text))
                .satisfies(e -> {
                    List<String> lines = e.getMessage().lines().toList();
                    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('!');
                    assertThat(lines.get(1)).hasSizeLessThan(90);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not "})
    void boundsWhatItReads(String opening) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> FilterParser.parse(opening.repeat(10_000) + "trial = 1"))
                .withMessageContaining("50 levels");
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> FilterParser.parse("trial = 1 or ".repeat(500) + "trial = 1"))
                .withMessageContaining("200 conditions");
    }

    @Test
    void readsBackWhatIsPrinted() {
        RandomFilters filters = new RandomFilters(42);
        for (int i = 0; i < 5000; i++) {
            Filter filter = filters.filter(3);
            assertThat(FilterParser.parse(FilterPrinter.text(filter))).isEqualTo(filter);
        }
    }

    @Test
    void answersAnyTextWithAFilterOrAnErrorOfItsOwn() {
        Random random = new Random(7);
        String[] parts = {
            "params",
            ".",
            "a",
            "params.a",
            "trial = 1",
            "in (1)",
            "`",
            "'",
            "\"",
            "(",
            ")",
            ",",
            "<",
            "=",
            "!",
            "and",
            "or",
            "not",
            "in",
            "like",
            "is",
            "null",
            "1",
            "-",
            "e",
            " ",
            "\n",
            "\u0000",
            "\ud800",
            "é",
            "nan",
            "status",
            "@min",
            "%"
        };
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "status = '1' and " : "");
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                FilterParser.parse(text.toString());
                read++;
            } catch (FilterException e) {
                assertThat(e.getMessage().lines()).hasSize(4);
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void readsOrdersAndColumns() {
        assertThat(Order.parse("metrics.test.rmse ASC, attributes.start_time desc, params.`a b`"))
                .extracting(order -> order.column().text() + " " + order.descending())
                .containsExactly("metrics.test.rmse false", "attributes.start_time true", "params.`a b` false");
        assertThat(Order.columns("run_id, metrics.rmse"))
                .extracting(Column::text)
                .containsExactly("attributes.run_id", "metrics.rmse");
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Order.parse("metrics.a up"))
                .withMessageStartingWith("Column 11 of the order: ")
                .withMessageContaining("ASC, DESC");
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Order.parse("datasets.name"))
                .withMessageContaining("many data sets");
    }
}
