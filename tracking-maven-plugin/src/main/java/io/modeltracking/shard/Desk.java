package io.modeltracking.shard;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modeltracking.run.RunJson;
import io.modeltracking.run.SharedStudy.Ask;
import io.modeltracking.run.SharedStudy.Choice;
import io.modeltracking.run.SharedStudy.Conclusion;
import io.modeltracking.run.SharedStudy.Ended;
import io.modeltracking.run.SharedStudy.Heard;
import io.modeltracking.run.SharedStudy.Join;
import io.modeltracking.run.SharedStudy.Joined;
import io.modeltracking.run.SharedStudy.Running;
import io.modeltracking.run.SharedStudy.Settled;
import io.modeltracking.run.SharedStudy.Start;
import io.modeltracking.run.SharedStudy.State;
import io.modeltracking.run.SharedStudy.Told;
import io.modeltracking.run.SharedStudy.Turn;
import io.modeltracking.run.SharedStudy.Word;
import io.modeltracking.store.StoreException;
import io.modeltracking.store.TrialLeases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what test JVMs ask, out of the store, and keeps their leases while they live. */
final class Desk implements AutoCloseable {

    private static final ObjectMapper JSON = RunJson.mapper();

    private final TrialLeases leases;
    private final String build;
    private final String module;
    private final Map<String, Long> processes = new ConcurrentHashMap<>();

    Desk(TrialLeases leases, String build, String module) {
        this.leases = leases;
        this.build = build;
        this.module = module;
    }

    /**
     * Answers a question.
     *
     * @throws IOException when it is none
     * @throws RefusedException when it does not fit what other jobs have begun
     * @throws StoreException when the store does not answer
     */
    Object answer(String path, byte[] question) throws IOException {
        return switch (path) {
            case "/join" -> join(JSON.readValue(question, Join.class));
            case "/turn" -> turn(JSON.readValue(question, Ask.class));
            case "/trial" -> hear(JSON.readValue(question, Told.class));
            case "/study" -> hear(JSON.readValue(question, Word.class));
            default -> throw new IllegalArgumentException(path + " is unknown");
        };
    }

    private Joined join(Join join) throws IOException {
        TrialLeases.Begun begun = leases.join(
                new TrialLeases.Key(build, module, join.experiment()),
                JSON.writeValueAsString(join.definition()),
                JSON.writeValueAsString(join.given()),
                join.planned());
        Map<String, String> first = JSON.readValue(begun.definition(), new TypeReference<>() {});
        Set<String> different = new TreeSet<>(first.keySet());
        different.addAll(join.definition().keySet());
        different.removeIf(
                key -> first.getOrDefault(key, "").equals(join.definition().getOrDefault(key, "")));
        if (!different.isEmpty()) {
            throw new RefusedException("Another job of \"" + build + "\" has begun this study with other values of "
                    + String.join(", ", different) + ": build the same commit with the same properties in all jobs, or"
                    + " give each pipeline a tracking.study.key of its own");
        }
        processes.put(join.owner(), join.process());
        return new Joined(begun.study(), List.of(JSON.readValue(begun.given(), Start[].class)));
    }

    private Turn turn(Ask ask) throws IOException {
        TrialLeases.Turn turn = ask.again() == null
                ? leases.next(ask.study(), ask.owner(), ask.since())
                : leases.again(ask.study(), ask.owner(), ask.since(), ask.again());
        List<Ended> ended = new ArrayList<>();
        for (TrialLeases.Ended news : turn.news()) {
            ended.add(JSON.readValue(news.result(), Ended.class));
        }
        List<Running> running = new ArrayList<>();
        for (TrialLeases.Running trial : turn.running()) {
            running.add(new Running(trial.number(), JSON.readValue(trial.proposal(), Choice.class)));
        }
        TrialLeases.Lease lease = turn.lease();
        return new Turn(
                State.valueOf(turn.state().name()),
                lease == null ? null : lease.number(),
                lease == null ? null : lease.attempt(),
                turn.proposal() == null ? null : JSON.readValue(turn.proposal(), Choice.class),
                ended,
                running,
                turn.revision(),
                turn.conclusion() == null ? null : JSON.readValue(turn.conclusion(), Conclusion.class));
    }

    private Heard hear(Told told) throws IOException {
        TrialLeases.Lease lease = new TrialLeases.Lease(told.number(), told.attempt());
        if (told.choice() != null) {
            return new Heard(leases.propose(told.study(), told.owner(), lease, JSON.writeValueAsString(told.choice())));
        }
        if (told.ended() != null) {
            return new Heard(leases.finish(told.study(), told.owner(), lease, JSON.writeValueAsString(told.ended())));
        }
        leases.release(told.study(), told.owner(), lease);
        return new Heard(true);
    }

    private Settled hear(Word word) throws IOException {
        if (word.conclusion() != null) {
            String settled = leases.conclude(word.study(), JSON.writeValueAsString(word.conclusion()));
            return new Settled(JSON.readValue(settled, Conclusion.class));
        }
        if (word.reason() != null) {
            leases.end(word.study(), word.reason());
        } else {
            processes.remove(word.owner());
            leases.leave(word.owner());
        }
        return new Settled(null);
    }

    /** Renews the leases of test JVMs that live; one that does not answer now is asked again. */
    void beat() {
        try {
            processes.forEach((owner, process) -> {
                if (ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty()) {
                    leases.leave(owner);
                    processes.remove(owner);
                }
            });
            if (!processes.isEmpty()) {
                leases.renew(List.copyOf(processes.keySet()));
            }
        } catch (StoreException e) {
            // Leases outlive some beats; if the store stays away, whoever asks it next is told why.
            return;
        }
    }

    @Override
    public void close() {
        try {
            processes.keySet().forEach(leases::leave);
        } catch (StoreException e) {
            // They end by themselves.
            processes.clear();
        }
    }
}
