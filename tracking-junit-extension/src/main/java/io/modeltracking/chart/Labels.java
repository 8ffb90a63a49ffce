package io.modeltracking.chart;

import java.util.ArrayList;
import java.util.List;

/** Labels of categories, as they fit into a picture. */
final class Labels {

    private Labels() {}

    /** XChart takes equal labels for one category. */
    static List<String> unique(List<String> labels) {
        List<String> unique = new ArrayList<>();
        for (String label : labels) {
            String shown = Look.label(label);
            String free = shown;
            for (int number = 2; unique.contains(free); number++) {
                free = shown + " (" + number + ")";
            }
            unique.add(free);
        }
        return unique;
    }
}
