package io.modeltracking.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.LedgerException;
import io.modeltracking.registry.Registry;
import io.modeltracking.report.ServedData;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.TrackingRoot;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The ledger, the latest event first, and the models that follow from it. */
final class LedgerPages {

    private static final int SIZE = 50;

    private final KnownLedger known;
    private final Function<List<LedgerEvent>, Registry> fold;
    private final Consumer<String> log;

    LedgerPages(TrackingRoot root, ServedLedger ledger, Consumer<String> log) {
        this.known = new KnownLedger(root, ledger, log);
        this.fold = ledger.registry();
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
            return known.events();
        } catch (LedgerException e) {
            log.accept(e.getMessage());
            throw new Refusal(503, "The ledger is not what was written: mvn tracking:verify-ledger says where");
        }
    }
}
