package io.modeltracking.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.run.ParamValue.BooleanValue;
import io.modeltracking.run.ParamValue.IntegerValue;
import io.modeltracking.run.ParamValue.RealValue;
import io.modeltracking.run.ParamValue.TextValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Params keep their type and lose nothing. */
class ParamValueTests {

    private enum Booster {
        GBTREE
    }

    @Test
    void javaTypesBecomeTheFourTypes() {
        assertThat(ParamValue.of(5)).isEqualTo(new IntegerValue(BigInteger.valueOf(5)));
        assertThat(ParamValue.of(Long.MAX_VALUE).text()).isEqualTo("9223372036854775807");
        assertThat(ParamValue.of(0.1)).isEqualTo(new RealValue(0.1));
        assertThat(ParamValue.of(0.1f)).isEqualTo(new RealValue(0.1));
        assertThat(ParamValue.of(true)).isEqualTo(new BooleanValue(true));
        assertThat(ParamValue.of(Booster.GBTREE)).isEqualTo(new TextValue("GBTREE"));
        assertThat(ParamValue.of('x')).isEqualTo(new TextValue("x"));
        assertThat(ParamValue.of(LocalDate.of(2026, 1, 1))).isEqualTo(new TextValue("2026-01-01"));
        assertThat(ParamValue.of(List.of(1, 2.5))).isEqualTo(new TextValue("[1, 2.5]"));
        assertThat(ParamValue.of(new int[] {1, 2})).isEqualTo(new TextValue("[1, 2]"));
    }

    @Test
    void aDecimalThatNoDoubleHoldsStaysText() {
        assertThat(ParamValue.of(new BigDecimal("0.1"))).isEqualTo(new RealValue(0.1));
        assertThat(ParamValue.of(new BigDecimal("0.1000000000000000000001")))
                .isEqualTo(new TextValue("0.1000000000000000000001"));
    }

    @Test
    void otherTypesAreRefusedWithTheirName() {
        assertThatThrownBy(() -> ParamValue.of(new Object())).hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> ParamValue.of(null)).hasMessageContaining("but was null");
    }

    @Test
    void everyDoubleReadsBackFromItsText() {
        Random random = new Random(42);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertThat(Double.doubleToLongBits(Reals.parse(Reals.text(value))))
                    .isEqualTo(Double.doubleToLongBits(value));
        }
    }

    @Test
    void theTextOfADoubleIsTheShortest() {
        // 2.0E-3 and 2.2250738585072014E-308 are where Double.toString of JDK 17 and 19 differ in kind.
        assertThat(Reals.text(2.0E-3)).isEqualTo("0.002");
        assertThat(Reals.text(1.0E23)).isEqualTo("1.0E23");
        assertThat(Reals.text(2.2250738585072014E-308)).isEqualTo("2.2250738585072014E-308");
    }
}
