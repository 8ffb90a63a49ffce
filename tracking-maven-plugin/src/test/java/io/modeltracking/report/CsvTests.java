package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTests {

    @Test
    void quotesWhatNeedsIt() {
        Csv csv = new Csv()
                .text("a")
                .text(null)
                .text("b,\"c\"\nd")
                .end()
                .text("e")
                .end();
        assertThat(csv).hasToString("a,,\"b,\"\"c\"\"\nd\"\r\ne\r\n");
    }

    @Test
    void makesNoFormulaOfATextAndTakesAMinusForOne() {
        assertThat(new Csv().text("=1+1").text("-x").number("-0.5").end()).hasToString("'=1+1,'-x,-0.5\r\n");
    }
}
