package io.modeltracking.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void showsWhatWouldHideOrReorderOtherText() {
        assertThat(Texts.visible("a\u202eb\u0000c\ud800d\u2066e\u0085f", 100)).isEqualTo("a�b�c�d�e�f");
    }

    @Test
    void keepsWholeCharactersBeyondTheBasicPlane() {
        assertThat(Texts.visible("a\ud83d\ude00b", 100)).isEqualTo("a\ud83d\ude00b");
        assertThat(Texts.visible("a\ud83d\ude00b", 2)).isEqualTo("a… (4 characters)");
    }

    @Test
    void bringsLinesOntoOne() {
        assertThat(Texts.line(" a\r\n\tb ", 100)).isEqualTo("a b");
        assertThat(Texts.line("abc", 2)).isEqualTo("ab…");
    }
}
