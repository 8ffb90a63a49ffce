package io.modeltracking.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.LedgerException;
import io.modeltracking.registry.Registry;
import io.modeltracking.report.ServedData;
import io.modeltracking.run.RunJson;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The ledger, the latest event first, and the models that follow from it. */
final class LedgerPages {

    private static final int SIZE = 50;

    private final Supplier<List<LedgerEvent>> events;
    private final Function<List<LedgerEvent>, Registry> fold;
    private final Consumer<String> log;

    LedgerPages(Supplier<List<LedgerEvent>> events, Function<List<LedgerEvent>, Registry> fold, Consumer<String> log) {
        this.events = events;
        this.fold = fold;
        this.log = log;
    }

    String registry() {
        return ServedData.registry(fold.apply(checked()));
    }

    ObjectNode page(Map<String, String> parameters) {
        String before = parameters.getOrDefault("before", "");
        if (!before.matches("\\d{0,15}")) {
            throw new Refusal(400, "An event is named by its number");
        }
        List<LedgerEvent> all = checked();
        long end = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        List<LedgerEvent> earlier =
                all.stream().filter(event -> event.seq() < end).toList();
        int from = Math.max(0, earlier.size() - SIZE);
        ObjectNode answer = RunJson.mapper().createObjectNode();
        ArrayNode shown = answer.putArray("events");
        for (int at = earlier.size() - 1; at >= from; at--) {
            LedgerEvent event = earlier.get(at);
            ObjectNode row = shown.addObject()
                    .put("seq", event.seq())
                    .put("time", event.time().toString())
                    .put("type", event.type())
                    .put("hash", event.hash());
            row.set("body", event.body());
        }
        answer.put("head", all.isEmpty() ? null : all.get(all.size() - 1).hash());
        return answer.put("more", from > 0);
    }

    private List<LedgerEvent> checked() {
        try {
            return events.get();
        } catch (LedgerException e) {
            log.accept(e.getMessage());
            throw new Refusal(503, "The ledger is not what was written: mvn tracking:verify-ledger says where");
        }
    }
}
