package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class PortfolioTests {

    private static final String CSV = """
            IDpol,ClaimNb,Exposure,Area,VehPower,VehAge,DrivAge,BonusMalus,VehBrand,VehGas,Density,Region
            1,16,1.5,D,5,0,55,50,B12,Regular,1217,R82
            2,0,0.25,B,6,2,52,50,B1,Diesel,54,R22
            """;

    @TempDir
    private Path folder;

    private String chosen;

    @BeforeEach
    void forgetTheChosenFile() {
        chosen = System.clearProperty("portfolio");
    }

    @AfterEach
    void chooseItAgain() {
        System.clearProperty("portfolio");
        if (chosen != null) {
            System.setProperty("portfolio", chosen);
        }
    }

    @Test
    void claims_are_capped_at_four_and_exposure_at_one_year() throws IOException {
        Path csv = Files.writeString(folder.resolve("portfolio.csv"), CSV);
        Table portfolio = Portfolio.read(csv);

        assertThat(Portfolio.claims(portfolio)).containsExactly(4, 0);
        assertThat(Portfolio.exposure(portfolio)).containsExactly(1, 0.25);
        assertThat(Portfolio.frequency(portfolio)).isCloseTo(3.2, within(1e-12));
    }

    @Test
    void the_file_that_ships_is_read_unless_another_is_chosen() throws IOException {
        assertThat(Portfolio.file()).isEqualTo(Path.of("data/portfolio.csv.gz").toAbsolutePath());

        Path csv = Files.writeString(folder.resolve("portfolio.csv"), CSV);
        System.setProperty("portfolio", csv.toString());

        assertThat(Portfolio.file()).isEqualTo(csv);
    }

    @Test
    void a_relative_path_is_looked_for_in_the_folders_above_too() throws IOException {
        System.setProperty("portfolio", "sample-project/data/portfolio.csv.gz");

        assertThat(Portfolio.file()).isEqualTo(Path.of("data/portfolio.csv.gz").toAbsolutePath());
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        System.setProperty("portfolio", "nowhere.csv");

        assertThatThrownBy(Portfolio::file)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContainingAll("nowhere.csv", "-Dportfolio");
    }
}
