package io.modeltracking.autolog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UBJSON as XGBoost writes it, and broken UBJSON. */
class UbjsonReaderTests {

    private static byte[] bytes(Object... parts) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Object part : parts) {
            if (part instanceof Character marker) {
                out.write(marker);
            } else if (part instanceof Byte number) {
                out.writeByte(number);
            } else if (part instanceof Short number) {
                out.writeShort(number);
            } else if (part instanceof Integer number) {
                out.writeInt(number);
            } else if (part instanceof Long number) {
                out.writeLong(number);
            } else if (part instanceof Float number) {
                out.writeFloat(number);
            } else if (part instanceof Double number) {
                out.writeDouble(number);
            } else {
                out.write(((String) part).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> read(Object... parts) throws Exception {
        return UbjsonReader.read(bytes(parts), Set.of("a"));
    }

    @Test
    void scalarsOfEveryType() throws Exception {
        assertThat(read(
                        '{',
                        'i',
                        (byte) 1,
                        "b",
                        'i',
                        (byte) -3,
                        'U',
                        (byte) 1,
                        "c",
                        'U',
                        (byte) -1,
                        'I',
                        (short) 1,
                        "d",
                        'I',
                        (short) 300,
                        'l',
                        1,
                        "e",
                        'l',
                        70000,
                        'L',
                        1L,
                        "f",
                        'L',
                        1L << 40,
                        'L',
                        1L,
                        "g",
                        'd',
                        0.5f,
                        'L',
                        1L,
                        "h",
                        'D',
                        0.1,
                        'L',
                        1L,
                        "i",
                        'T',
                        'L',
                        1L,
                        "j",
                        'F',
                        'L',
                        1L,
                        "k",
                        'Z',
                        'L',
                        1L,
                        "l",
                        'C',
                        'x',
                        'L',
                        1L,
                        "m",
                        'S',
                        'L',
                        3L,
                        "hé",
                        '}'))
                .isEqualTo(map(
                        "b", -3L, "c", 255L, "d", 300L, "e", 70000L, "f", 1L << 40, "g", 0.5, "h", 0.1, "i", true, "j",
                        false, "k", null, "l", "x", "m", "hé"));
    }

    @Test
    void arraysOfEveryKind() throws Exception {
        assertThat((double[]) read('{', 'L', 1L, "a", '[', '$', 'd', '#', 'L', 2L, 1.5f, 2.5f, '}')
                        .get("a"))
                .containsExactly(1.5, 2.5);
        assertThat(read('{', 'L', 1L, "x", '[', '$', 'd', '#', 'L', 2L, 1.5f, 2.5f, 'L', 1L, "y", 'T', '}'))
                .isEqualTo(map("x", null, "y", true));
        assertThat(read('{', 'L', 1L, "x", '[', '#', 'i', (byte) 2, 'T', 'F', '}'))
                .isEqualTo(map("x", List.of(true, false)));
        assertThat(read('{', 'L', 1L, "x", '[', 'T', '[', ']', '{', '}', ']', '}'))
                .isEqualTo(map("x", List.of(true, List.of(), Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{",
                "{L",
                "{i\u0001a",
                "{i\u0001aS",
                "{i\u0001a[$d#i\u007f",
                "{i\u0001x[$d#i\u007f",
                "{i\u0001a[#i\u007f",
                "{i\u0001aq",
                "{i\u0001a[$S#i\u0001",
                "{q"
            })
    void brokenBytesAreRefused(String text) {
        assertThatThrownBy(() -> UbjsonReader.read(text.getBytes(StandardCharsets.ISO_8859_1), Set.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UBJSON");
    }

    @Test
    void deepNestingIsRefused() {
        byte[] deep = new byte[10_000];
        Arrays.fill(deep, (byte) '[');
        System.arraycopy(new byte[] {'{', 'i', 1, 'a'}, 0, deep, 0, 4);
        assertThatThrownBy(() -> UbjsonReader.read(deep, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deeper than 64");
    }

    @Test
    void aModelReadsAsItsJsonDoes() throws Exception {
        Booster booster;
        try (Binding muted = Autolog.mute()) {
            booster = XGBoost.train(
                    Matrices.counts(200, 3, 1), Matrices.params("seed", 1), 3, Matrices.watches(), null, null);
        }
        Map<?, ?> json = new ObjectMapper().readValue(booster.toByteArray("json"), Map.class);
        BoosterModel model = BoosterModel.read(booster.toByteArray("ubj"));

        Map<?, ?> learner = (Map<?, ?>) json.get("learner");
        assertThat(model.learner().keySet()).isEqualTo(learner.keySet());
        assertThat(model.learnerParams()).isEqualTo(learner.get("learner_model_param"));
        assertThat(model.learner().get("objective")).isEqualTo(learner.get("objective"));
        List<?> trees = (List<?>) ((Map<?, ?>) ((Map<?, ?>) learner.get("gradient_booster")).get("model")).get("trees");
        List<?> read = (List<?>) model.ensemble().get("trees");
        assertThat(read).hasSameSizeAs(trees);
        for (int i = 0; i < trees.size(); i++) {
            List<?> gains = (List<?>) ((Map<?, ?>) trees.get(i)).get("loss_changes");
            double[] lossChanges = (double[]) ((Map<?, ?>) read.get(i)).get("loss_changes");
            assertThat(lossChanges).hasSize(gains.size());
            for (int node = 0; node < lossChanges.length; node++) {
                assertThat((float) lossChanges[node]).isEqualTo(((Number) gains.get(node)).floatValue());
            }
        }
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
