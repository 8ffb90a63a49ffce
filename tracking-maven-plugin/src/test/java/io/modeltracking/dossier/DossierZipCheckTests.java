package io.modeltracking.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.dossier.DossierCheck.Finding;
import io.modeltracking.dossier.LimitedReader.Limits;
import io.modeltracking.registry.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierZipCheckTests {

    private static final String LONG = "a".repeat(5_000_000);

    @TempDir
    Path base;

    private ReceivedDossier dossier;

    @BeforeEach
    void write() throws IOException {
        dossier = ReceivedDossier.write(base, null);
    }

    @Test
    void findsNothingInAZipOfTheFilesOrOfTheirFolder() throws IOException {
        assertThat(check(dossier.zip(""))).isEmpty();
        assertThat(check(dossier.zip("motor-frequency-1/", "motor-frequency-1/charts/")))
                .isEmpty();
    }

    @Test
    void findsPathsThatLeaveTheFolder() throws IOException {
        for (String path :
                List.of("../evil", "/etc/evil", "a/../../evil", "C:/evil", "a\\..\\evil", "a//evil", "./evil")) {
            assertThat(check(dossier.zip("", path))).as(path).singleElement().satisfies(finding -> {
                assertThat(finding.file()).isEqualTo(path);
                assertThat(finding.rule()).isEqualTo("path");
            });
        }
        assertThat(check(dossier.zip("", "../"))).singleElement().hasFieldOrPropertyWithValue("rule", "path");
    }

    @Test
    void findsAnEntryThatIsThereTwice() throws IOException {
        Path zip = ReceivedDossier.rename(dossier.zip("", "bom.cdx.jsoN"), "bom.cdx.jsoN", "bom.cdx.json");
        assertThat(check(zip))
                .filteredOn(finding -> finding.rule().equals("duplicate"))
                .singleElement()
                .hasFieldOrPropertyWithValue("file", "bom.cdx.json");
    }

    @Test
    void findsAFileBesideTheDossier() throws IOException {
        assertThat(check(dossier.zip("motor/", "readme.txt")))
                .singleElement()
                .hasToString("readme.txt [unlisted]: it stands in the zip beside the dossier motor/");
    }

    @Test
    void unpacksNoMoreThanItsLimit() throws IOException {
        dossier.put("bomb.txt", LONG);
        dossier.list();
        Path zip = dossier.zip("");
        assertThat(Files.size(zip)).isLessThan(100_000);
        List<Finding> findings = check(zip, new Limits(100, 1_000_000, 1_000_000));
        assertThat(findings.get(0))
                .hasToString("bomb.txt [size]: with it the dossier has more than 1000000 bytes; it and"
                        + " what comes behind it is not checked");
    }

    @Test
    void readsNoLargerDocumentThanItsLimit() throws IOException {
        dossier.put("ledger.jsonl", LONG);
        dossier.list();
        assertThat(check(dossier.zip(""), new Limits(100, 10_000_000, 1_000_000)))
                .anySatisfy(finding ->
                        assertThat(finding).hasToString("ledger.jsonl [size]: it has more than 1000000 bytes"));
    }

    @Test
    void countsFiles() throws IOException {
        Limits limits = new Limits(6, 1_000_000, 1_000_000);
        assertThat(check(dossier.zip("", "extra"), limits))
                .anyMatch(finding -> finding.rule().equals("size"));
        dossier.put("extra", "");
        assertThat(check(dossier.folder(), limits))
                .anyMatch(finding -> finding.rule().equals("size"));
    }

    private static List<Finding> check(Path path) {
        return check(path, Limits.DEFAULT);
    }

    private static List<Finding> check(Path path, Limits limits) {
        return new DossierCheck(PublicKeys.NONE, limits).check(path).findings();
    }
}
