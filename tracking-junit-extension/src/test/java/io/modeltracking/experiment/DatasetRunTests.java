package io.modeltracking.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.Dataset;
import io.modeltracking.ModelExperiment;
import io.modeltracking.Role;
import io.modeltracking.Run;
import io.modeltracking.run.DatasetRecord;
import io.modeltracking.run.RunRecord;
import io.modeltracking.tablesaw.TablesawDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Data sets are known by what is in them, wherever they came from. */
class DatasetRunTests {

    private static final String CSV = "id,exposure,area\n1,0.5,A\n2,1.0,B\n3,,A\n";

    @TempDir
    static Path data;

    static Experiments experiments;

    static class ReadingTestCase {

        static Path file() {
            return data.resolve("portfolio.csv");
        }

        @ModelExperiment
        void fromFile(Run run) {
            run.dataset("train", Dataset.of(file()).role(Role.TRAIN).keys("id").sample(2));
        }

        @ModelExperiment
        void fromTable(Run run) throws Exception {
            Table table = Table.read().csv(file().toFile());
            run.dataset("train", TablesawDataset.of(table).role(Role.TRAIN));
        }

        @ModelExperiment
        void fromQuery(Run run) throws Exception {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table policy (id integer, exposure real)");
                statement.execute("insert into policy values (1, 0.5), (2, 1.0)");
                String sql = "select id, exposure from policy order by id";
                try (ResultSet rows = statement.executeQuery(sql)) {
                    run.dataset("validation", Dataset.of(rows, sql).role(Role.VALIDATION));
                }
            }
        }

        @ModelExperiment
        void fromArrays(Run run) {
            run.dataset(
                    "holdout",
                    Dataset.of(new double[][] {{1, 2}, {3, Double.NaN}}, "a", "b")
                            .role(Role.HOLDOUT));
        }

        @ModelExperiment
        void twice(Run run) {
            Dataset one = Dataset.of(new double[][] {{1}}, "a");
            run.dataset("train", one).dataset("train", one);
            run.dataset("train", Dataset.of(new double[][] {{2}}, "a"));
        }

        @ModelExperiment
        void unknownKey(Run run) {
            run.dataset("train", Dataset.of(file()).keys("IDpol"));
        }

        @ModelExperiment
        void leaksTheData(Run run) {
            run.dataset("train", Dataset.of(file()));
            run.artifact("attachment.bin", file());
        }

        @ModelExperiment
        void leaksTheDataBeforehand(Run run) {
            run.artifact("attachment.bin", file());
            run.dataset("train", Dataset.of(file()));
        }
    }

    @BeforeAll
    static void execute() throws Exception {
        Files.writeString(ReadingTestCase.file(), CSV);
        experiments = Experiments.in(data.resolve("root")).execute(ReadingTestCase.class);
    }

    private static DatasetRecord only(String method, String name) {
        return experiments.run(method).datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileIsKnownByItsBytesItsContentAndEachColumn() throws Exception {
        DatasetRecord train = only("fromFile", "train");

        assertThat(train.role()).isEqualTo("TRAIN");
        assertThat(train.rows()).isEqualTo(3);
        assertThat(train.bytesSha256()).hasSize(64).isNotEqualTo(train.contentSha256());
        assertThat(train.columns())
                .extracting(column -> column.name() + ":" + column.type() + ":" + column.missing())
                .containsExactly("id:integer:0", "exposure:real:1", "area:text:0");
        RunRecord run = experiments.run("fromFile");
        Path artifacts = experiments.root().run(run.id()).resolve("artifacts");
        assertThat(Files.readString(artifacts.resolve("train.schema.json"))).contains("\"exposure\"");
        assertThat(Files.readAllLines(artifacts.resolve("train.sample.csv"))).hasSize(3);
    }

    @Test
    void theSameContentHasTheSameHashWhereverItComesFrom() {
        DatasetRecord table = only("fromTable", "train");

        assertThat(table.contentSha256()).isEqualTo(only("fromFile", "train").contentSha256());
        assertThat(table.source().kind()).isEqualTo("file");
        assertThat(table.source().location()).endsWith("portfolio.csv");
    }

    @Test
    void readsAreLoggedWithoutAnyCode() {
        assertThat(experiments.run("fromTable").datasets())
                .extracting(DatasetRecord::name)
                .contains("read portfolio.csv");
    }

    @Test
    void aQueryIsKnownByItsTextAndItsRows() {
        assertThat(only("fromQuery", "validation").source())
                .returns("sql", DatasetRecord.Source::kind)
                .returns("select id, exposure from policy order by id", DatasetRecord.Source::sql);
        assertThat(only("fromQuery", "validation").rows()).isEqualTo(2);
    }

    @Test
    void arraysHaveColumnsToo() {
        assertThat(only("fromArrays", "holdout").columns().get(1))
                .returns("b", DatasetRecord.Column::name)
                .returns(1L, DatasetRecord.Column::missing);
    }

    @Test
    void aNameStandsForOneContent() {
        assertThat(experiments.failure("twice")).hasMessageContaining("was logged before with other content");
        assertThat(experiments.failure("unknownKey"))
                .hasMessageContaining("has no key column [IDpol]: its columns are [id, exposure, area]");
    }

    @Test
    void aCopyOfTheDataAmongTheArtifactsIsNoticed() {
        for (String method : new String[] {"leaksTheData", "leaksTheDataBeforehand"}) {
            assertThat(experiments.run(method).warnings())
                    .as(method)
                    .anySatisfy(warning -> assertThat(warning.message())
                            .startsWith("artifact \"attachment.bin\" is a copy of the data set train"));
        }
        assertThat(experiments.run("leaksTheData").artifacts())
                .filteredOn(artifact -> artifact.name().equals("attachment.bin"))
                .singleElement()
                .satisfies(artifact -> assertThat(artifact.containsData()).containsExactly("train"));
    }
}
