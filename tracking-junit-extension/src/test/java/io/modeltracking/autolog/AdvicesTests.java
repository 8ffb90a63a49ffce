package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoost;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is woven into the libraries' classes, and into versions of them that are not known. */
class AdvicesTests {

    static Stream<String> advised() {
        return Stream.of(
                Weaver.XGBOOST,
                Weaver.BOOSTER,
                Weaver.TABLE_READER,
                Weaver.CSV_READER,
                Weaver.FIXED_WIDTH_READER,
                Weaver.RESULT_SET_READER);
    }

    @ParameterizedTest
    @MethodSource("advised")
    void eachClassIsWovenFromItsFile(String name) throws Exception {
        ClassLoader loader = XGBoost.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] original = in.readAllBytes();
            assertThat(Weaver.advises(name)).isTrue();
            assertThat(Advices.weave(name, loader, original).length).isGreaterThan(original.length);
        }
    }

    @ParameterizedTest
    @MethodSource("advised")
    void aVersionWithoutTheMethodsIsRefusedByName(String name) {
        byte[] empty = new ByteBuddy().subclass(Object.class).name(name).make().getBytes();
        assertThatThrownBy(() -> Advices.weave(name, XGBoost.class.getClassLoader(), empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not the methods");
    }

    @Test
    void otherClassesAreLeftAlone() {
        Transformer transformer = new Transformer();
        assertThat(transformer.transform(null, null, null, null, new byte[0])).isNull();
        assertThat(transformer.transform(null, "java/lang/String", null, null, new byte[0]))
                .isNull();
        assertThat(transformer.transform(null, "ml/dmlc/xgboost4j/java/DMatrix", null, null, new byte[0]))
                .isNull();
    }
}
