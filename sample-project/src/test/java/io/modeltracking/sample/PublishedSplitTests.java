package io.modeltracking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class PublishedSplitTests {

    private static final Table PORTFOLIO = Table.create(IntColumn.create("IDpol", 1, 3, 5));

    @TempDir
    private Path folder;

    @Test
    void the_file_beside_the_portfolio_says_which_rows_are_to_test() throws IOException {
        splits("IDpol,noll_seed100\n1,0\n3,1\n5,0\n");

        assertThat(PublishedSplit.of(portfolio(), PORTFOLIO)).hasValueSatisfying(split -> {
            assertThat(split.train().intColumn("IDpol")).containsExactly(1, 5);
            assertThat(split.validation().intColumn("IDpol")).containsExactly(3);
            assertThat(split.holdout().isEmpty()).isTrue();
        });
    }

    @Test
    void without_it_there_is_no_published_split() throws IOException {
        assertThat(PublishedSplit.of(portfolio(), PORTFOLIO)).isEmpty();
    }

    @Test
    void a_file_of_other_policies_is_refused() throws IOException {
        splits("IDpol,noll_seed100\n1,0\n5,0\n3,1\n");

        assertThatThrownBy(() -> PublishedSplit.of(portfolio(), PORTFOLIO))
                .hasMessageContainingAll("freMTPL2freq-splits.csv.gz", "another order", "remove it");
    }

    private Path portfolio() {
        return folder.resolve("freMTPL2freq.csv.gz");
    }

    private void splits(String csv) throws IOException {
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("freMTPL2freq-splits.csv.gz")))) {
            out.write(csv.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
