package io.modeltracking.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which runs a report lists. What it says of the build as a whole rests on all of them all the same.
 *
 * @param filter as typed, or null
 * @param order as typed, or null for that of the report
 * @param limit the most runs to list, or null
 * @param matching how many of the report's runs the filter lets through
 * @param runs ids of those that are listed, by the order
 */
public record Listing(String filter, String order, Integer limit, int matching, List<String> runs) {

    public Listing {
        runs = List.copyOf(runs);
    }

    List<ReportRun> of(List<ReportRun> all) {
        Map<String, ReportRun> byId = new HashMap<>();
        all.forEach(run -> byId.put(run.record().id(), run));
        if (order != null) {
            return runs.stream().map(byId::get).toList();
        }
        byId.keySet().retainAll(runs);
        return all.stream().filter(run -> byId.containsKey(run.record().id())).toList();
    }

    /**
     * How many of all runs are hidden, and by what.
     *
     * @param quoted makes of a text as typed what the report may hold
     */
    String sentence(int all, UnaryOperator<String> quoted) {
        List<String> hidden = new ArrayList<>();
        if (filter != null) {
            hidden.add(all - matching + " by the filter " + quoted.apply(filter));
        }
        if (limit != null) {
            hidden.add(matching - runs.size() + " by the limit of " + limit);
        }
        return runs.size() + " of " + all + " runs and trials are listed"
                + (order == null ? "" : " by " + quoted.apply(order))
                + (hidden.isEmpty() ? "" : "; hidden are " + String.join(", ", hidden)) + ". The verdict rests on all.";
    }
}
