package io.modeltracking.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFlagsTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        -Xmx2g                                                | -Xmx2g
        -XX:+UseSerialGC                                      | -XX:+UseSerialGC
        --add-opens=java.base/java.lang=ALL-UNNAMED           | --add-opens=java.base/java.lang=ALL-UNNAMED
        -XX:OnOutOfMemoryError=curl -u me:hunter2 host        | -XX:OnOutOfMemoryError=***
        -javaagent:/home/me/.m2/jacoco.jar=key=hunter2        | -javaagent:jacoco.jar=***
        -javaagent:C:\\Users\\me\\agent.jar                   | -javaagent:agent.jar
        -agentlib:jdwp=transport=dt_socket                    | -agentlib:jdwp=***
        -Duser.language=de                                    | -Duser.language=de
        -Dfile.encoding=UTF-8                                 | -Dfile.encoding=UTF-8
        -Ddebug                                               | -Ddebug
        -Ddb.password=hunter2                                 | -Ddb.password=***
        -Dportfolio=/home/me/data.csv                         | -Dportfolio=***
        -Dtracking.seed=7                                     | -Dtracking.seed=7
        -Dtracking.mlflow.token=hunter2                       | -Dtracking.mlflow.token=***
        -Dtracking.store=jdbc:postgresql://me:hunter2@db/x    | -Dtracking.store=jdbc:postgresql://***@db/x
        -Dtracking.actor=ghp_abcdefghijklmnopqrst             | -Dtracking.actor=***
        hunter2                                               | ***
        """)
    void keepsWhatExplainsAResultAndMasksWhatMayBePrivate(String flag, String masked) {
        assertThat(JvmFlags.masked(List.of(flag))).containsExactly(masked);
    }
}
