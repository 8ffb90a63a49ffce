package io.modeltracking.registry;

import static io.modeltracking.registry.RegistryFixture.ADA;
import static io.modeltracking.registry.RegistryFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.store.HistoryStore;
import io.modeltracking.store.Login;
import io.modeltracking.store.RunQuery;
import io.modeltracking.store.S3Server;
import io.modeltracking.store.Servers;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.shared.SharedSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles as README.md makes them. */
class StoreRolesTests {

    @TempDir
    Path base;

    private String url;

    @BeforeEach
    void open() {
        url = Servers.freshSchema();
    }

    private Machine as(String user) {
        return new Machine(
                base.resolve(user),
                SharedSettings.of(
                        url,
                        user.equals("owner") ? Servers.owner() : new Login(user, user),
                        "s3://" + S3Server.BUCKET + "/roles",
                        new SharedSettings.Bucket(Servers.s3().endpoint(), "us-east-1", true, S3Server.LOGIN)));
    }

    private void roles() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        Matcher sql = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(sql.find()).isTrue();
        String schema = url.replaceAll(".*=", "");
        String script = sql.group(1)
                .replace("schema tracking", "schema " + schema)
                .replace("tracking.", schema + ".")
                .replaceAll("tracking_(reader|writer|promoter)", schema + "_$1");
        try (Connection connection = Servers.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
            for (String role : List.of("reader", "writer", "promoter")) {
                statement.execute(
                        "create user " + user(role) + " password '" + user(role) + "' in role " + schema + "_" + role);
            }
        }
    }

    private String user(String role) {
        return url.replaceAll(".*=", "") + "_a_" + role;
    }

    @Test
    void readersAskWritersRecordAndPromotersDecide() throws Exception {
        as("owner").record();
        roles();

        Machine writer = as(user("writer"));
        writer.run(1).finished();
        assertThat(writer.record().sent()).isEqualTo(1);
        Evidence evidence = RegistryFixture.evidence(1, false);
        writer.goal(ledger -> registrar(ledger).register(MODEL, evidence, "winner", () -> {}));
        assertThat(writer.told).isEmpty();
        assertThatThrownBy(() -> writer.goal(ledger -> registrar(ledger).promote(MODEL + "/1", Stage.STAGING, "mine")))
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("row-level security policy for table \"ledger\"");

        Machine promoter = as(user("promoter"));
        promoter.goal(ledger -> registrar(ledger).promote(MODEL + "/1", Stage.STAGING, "checked"));

        Machine reader = as(user("reader"));
        assertThat(reader.<Integer>goal(ledger -> {
                    try (HistoryStore index = ledger.link().need().index()) {
                        return index.runs(new RunQuery.All()).size();
                    }
                }))
                .isEqualTo(1);
        assertThat(reader.events()).hasSize(3);
        reader.run(2).finished();
        reader.record();
        assertThat(reader.told).singleElement().asString().contains("permission denied");
        assertThat(reader.here()).hasSize(1);
    }

    private static Registrar registrar(Ledger ledger) {
        return new Registrar(ledger, Clock.systemUTC(), new Registrar.Policy(ADA, 0, false, false));
    }

    @Test
    void onlyTheOwnerMakesTables() throws Exception {
        try (Connection connection = Servers.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create user " + user("nobody") + " password '" + user("nobody") + "'");
        }
        assertThatThrownBy(() -> as(user("nobody")).record())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has no tables yet, and who connects may not make schema")
                .hasMessageContaining("let the owner of the schema");
    }
}
