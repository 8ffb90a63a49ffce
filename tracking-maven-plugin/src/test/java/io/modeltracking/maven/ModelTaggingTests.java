package io.modeltracking.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.registry.ModelNote;
import io.modeltracking.registry.RegistryException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTaggingTests {

    @Test
    void readsTagsAsOfRuns() {
        assertThat(new ModelTagging("Private cars", " a=1, b = x=y ", "c").of("motor"))
                .isEqualTo(new ModelNote("Private cars", Map.of("a", "1", "b", "x=y"), List.of("c")));
    }

    @Test
    void refusesWhatCannotBeWithTheWayOut() {
        refused(new ModelTagging(null, null, null), "Nothing is asked of motor: give -Ddescription=…");
        refused(new ModelTagging(" ", null, null), "-Ddescription= is empty");
        refused(new ModelTagging(null, "team", null), "has \"team\": write name=value");
        refused(new ModelTagging(null, "a@b=1", null), "has the character @");
        refused(new ModelTagging(null, "a=1", "a"), "both name the tag \"a\"");
    }

    private static void refused(ModelTagging tagging, String message) {
        assertThatThrownBy(() -> tagging.of("motor"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(message);
    }
}
