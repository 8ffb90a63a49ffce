package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTests {

    @TempDir
    private Path folder;

    private String chosen;

    @BeforeEach
    void forgetTheChosenFile() {
        chosen = System.clearProperty("claims");
    }

    @AfterEach
    void chooseItAgain() {
        System.clearProperty("claims");
        if (chosen != null) {
            System.setProperty("claims", chosen);
        }
    }

    @Test
    void the_file_beside_the_portfolio_is_read() throws IOException {
        Path real = Files.createFile(folder.resolve("freMTPL2sev.csv.gz"));
        Path own = Files.createFile(folder.resolve("claims.csv.gz"));

        assertThat(Claims.file(folder.resolve("freMTPL2freq.csv.gz"))).isEqualTo(real);
        assertThat(Claims.file(folder.resolve("portfolio.csv.gz"))).isEqualTo(own);
    }

    @Test
    void another_file_can_be_chosen() throws IOException {
        Path csv = Files.writeString(folder.resolve("mine.csv"), "IDpol,ClaimAmount\n7,12.50\n");
        System.setProperty("claims", csv.toString());

        Path file = Claims.file(folder.resolve("portfolio.csv.gz"));

        assertThat(Claims.read(file).doubleColumn("ClaimAmount")).containsExactly(12.5);
    }

    @Test
    void without_claims_the_error_says_where_they_were_looked_for() {
        assertThatThrownBy(() -> Claims.file(folder.resolve("freMTPL2freq.csv.gz")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContainingAll("freMTPL2sev.csv.gz", "-Dclaims");
    }
}
