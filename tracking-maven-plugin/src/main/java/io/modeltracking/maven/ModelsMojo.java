package io.modeltracking.maven;

import io.modeltracking.registry.Inventory;
import io.modeltracking.registry.Registry;
import io.modeltracking.registry.RegistryJson;
import io.modeltracking.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists all versions of all models: where each stands, since when, by whom and why; now, or on a day. As
 * <code>csv</code> it is the inventory of models.
 *
 * @since 0.1.0
 */
@Mojo(name = "models", aggregator = true)
public final class ModelsMojo extends AbstractRegistryMojo {

    /**
     * A day (its end, in UTC) or an instant.
     *
     * @since 0.1.0
     */
    @Parameter(property = "at")
    private String at;

    /**
     * A file to write to instead of the console.
     *
     * @since 0.1.0
     */
    @Parameter(property = "output")
    private File output;

    @Override
    String goal() {
        return "models";
    }

    @Override
    List<String> formats() {
        return List.of("table", "json", "csv");
    }

    @Override
    void run() {
        Registry registry =
                at == null ? registry() : Registry.at(ledger().events(), publicKeys(), Moment.endOf("at", at));
        String text = text(registry);
        if (output == null) {
            print(text);
            return;
        }
        try {
            Files.writeString(output.toPath(), text);
        } catch (IOException e) {
            throw new StoreException("Cannot write " + output + " (" + e + "): make its folder writable", e);
        }
    }

    private String text(Registry registry) {
        return switch (format()) {
            case "table" -> String.join("\n", RegistryText.table(registry)) + "\n";
            case "json" -> RegistryJson.of(registry);
            default -> Inventory.csv(registry);
        };
    }
}
