package io.modeltracking.report;

import io.modeltracking.registry.Actor;
import io.modeltracking.registry.Change;
import java.io.IOException;
import java.util.List;

/** Champion against challenger, for programs and for the page. */
final class JsonChallenges {

    private static final int LINE = 300;

    private final JsonFields json;

    JsonChallenges(JsonFields json) {
        this.json = json;
    }

    void write(List<Challenge> challenges) throws IOException {
        json.array("challenges", challenges, challenge -> json.object(() -> write(challenge)));
    }

    private void write(Challenge challenge) throws IOException {
        line("model", challenge.model());
        json.text("challenger", challenge.challenger().record().id());
        if (challenge.champion() != null) {
            Change move = challenge.champion().lastMove();
            Actor actor = move.event().actor();
            json.object("champion", () -> {
                json.whole("version", challenge.champion().number());
                line("run", challenge.champion().evidence().run());
                json.text("since", move.time().toString());
                line("by", actor.name());
                json.flag("vouched", actor.vouched());
            });
        }
        line("obstacle", challenge.obstacle());
        json.array("metrics", challenge.metrics(), metric -> json.object(() -> write(metric)));
        json.array(
                "changes",
                challenge.changes(),
                change -> json.object(() -> {
                    json.text("kind", change.kind());
                    line("name", change.name());
                    line("champion", change.champion());
                    line("challenger", change.challenger());
                }));
    }

    private void write(ChallengeMetric metric) throws IOException {
        line("name", metric.name());
        json.real("champion", metric.champion());
        json.real("challenger", metric.challenger());
        json.real("difference", metric.difference());
        json.real("lower", metric.lower());
        json.real("upper", metric.upper());
        json.text(
                "direction",
                metric.direction() == null ? null : metric.direction().name());
        json.text("data", metric.data().name());
        json.text("sense", metric.sense());
        json.array("rules", metric.rules(), rule -> json.text(Texts.line(rule, LINE)));
    }

    private void line(String name, String text) throws IOException {
        json.text(name, text == null ? null : Texts.line(text, LINE));
    }
}
