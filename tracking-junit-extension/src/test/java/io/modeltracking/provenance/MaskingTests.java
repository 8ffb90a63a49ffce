package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        https://example.org/a/b.git                          | https://example.org/a/b.git
        https://example.org:8443/a/b.git                     | https://example.org:8443/a/b.git
        https://[::1]:8443/a@b                               | https://[::1]:8443/a@b
        https://example.org/a@b/c                            | https://example.org/a@b/c
        https://me:hunter2@example.org/a                     | https://***@example.org/a
        https://hunter2@example.org/a                        | https://***@example.org/a
        https://me:hun/ter2@example.org/a                    | https://***@example.org/a
        https://me:hun@ter2@example.org/a                    | https://***@example.org/a
        https://example.org/a?private_token=hunter2&x=1      | https://example.org/a?private_token=***&x=1
        ssh://git@example.org/a                              | ssh://git@example.org/a
        ssh://git:hunter2@example.org/a                      | ssh://***@example.org/a
        git@example.org:a/b.git                              | git@example.org:a/b.git
        /srv/git/a.git                                       | /srv/git/a.git
        jdbc:postgresql://db:5432/x                          | jdbc:postgresql://db:5432/x
        jdbc:postgresql://db/x?user=me&password=hunter2      | jdbc:postgresql://db/x?user=***&password=***
        jdbc:mysql://me:hunter2@db/x                         | jdbc:mysql://***@db/x
        jdbc:sqlserver://db;databaseName=x;password=hunter2  | jdbc:sqlserver://db;databaseName=x;password=***
        jdbc:oracle:thin:me/hunter2@db:1521:x                | jdbc:oracle:thin:***@db:1521:x
        jdbc:sqlite:portfolio.db                             | jdbc:sqlite:portfolio.db
        """)
    void takesCredentialsOutOfUrls(String url, String masked) {
        assertThat(Masking.url(url)).isEqualTo(masked);
    }

    @Test
    void knowsSecretsByNameAndByForm() {
        assertThat(Masking.isSecret("tracking.mlflow.token", "x")).isTrue();
        assertThat(Masking.isSecret("tracking.actor", "ghp_abcdefghijklmnop1234"))
                .isTrue();
        assertThat(Masking.isSecret("tracking.actor", "Bearer abcdefgh12345")).isTrue();
        assertThat(Masking.isSecret("tracking.actor", "ann")).isFalse();
        assertThat(Masking.isSecret("tracking.seed", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".env", ".env.local", "server.PEM", "id_ed25519", ".netrc", "credentials.json"})
    void knowsFilesOfCredentials(String name) {
        assertThat(Masking.isSecretFile(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".env.example", "Keys.java", "monkey.txt", "environment.yml", "pem.txt"})
    void leavesOtherFiles(String name) {
        assertThat(Masking.isSecretFile(name)).isFalse();
    }
}
