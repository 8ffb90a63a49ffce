package io.modeltracking.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    @Test
    void sortsKeysAndLeavesOutWhiteSpace() throws Exception {
        assertThat(CanonicalJson.write(json("{ \"b\": [ \"1\", {} , [] ], \"a\": { \"y\": null, \"x\": true } }")))
                .isEqualTo("{\"a\":{\"x\":true,\"y\":null},\"b\":[\"1\",{},[]]}");
    }

    /** The example of RFC 8785, section 3.2.3. */
    @Test
    void sortsKeysByTheirUtf16CodeUnits() throws Exception {
        assertThat(CanonicalJson.write(json("{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\","
                        + "\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\","
                        + "\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}")))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void escapesAsLittleAsItMay() throws Exception {
        assertThat(CanonicalJson.write(json("\"\\u000f\\b\\t\\n\\f\\r\\\"\\\\\\/</script>\"")))
                .isEqualTo("\"\\u000f\\b\\t\\n\\f\\r\\\"\\\\/</script>\"");
    }

    @Test
    void refusesNumbersAndHalfCharacters() throws Exception {
        JsonNode number = json("{\"a\":1}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.write(number))
                .withMessageContaining("numbers as text");
        JsonNode half = new ObjectMapper().createArrayNode().add("x\ud83d");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(half));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
