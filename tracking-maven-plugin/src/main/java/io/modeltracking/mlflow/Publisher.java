package io.modeltracking.mlflow;

import io.modeltracking.registry.RegisteredModel;
import io.modeltracking.registry.Registry;
import io.modeltracking.run.JournalException;
import io.modeltracking.run.JournalReader;
import io.modeltracking.run.Names;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.Status;
import io.modeltracking.run.TrackingRoot;
import io.modeltracking.store.AtOnce;
import io.modeltracking.store.RunEntry;
import io.modeltracking.store.RunSource;
import io.modeltracking.store.SharedStoreException;
import io.modeltracking.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Sends runs and model versions to an MLflow server. Doing it again adds what is lacking, and nothing twice. */
public final class Publisher {

    private static final int AT_ONCE = 4;

    private final TrackingRoot root;
    private final RunSource source;
    private final MlflowApi api;
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, RunRecord> local = new ConcurrentHashMap<>();
    private final Map<String, RemoteRun> remote = new ConcurrentHashMap<>();
    private final Map<String, String> experiments = new ConcurrentHashMap<>();

    /** @param source brings what is not here */
    public Publisher(TrackingRoot root, RunSource source, MlflowServer server) {
        this.root = root;
        this.source = source;
        this.api = new MlflowApi(new MlflowHttp(server));
    }

    /**
     * Sends them.
     *
     * @param runs to send; parents that are not among them are sent too
     * @param registry whose versions of these runs are sent
     * @throws MlflowException when the server refuses, or does not answer; what was sent stays, and is not sent again
     */
    public Published publish(Collection<RunEntry> runs, Registry registry) {
        runs.stream().map(RunEntry::experiment).distinct().forEach(this::look);
        List<String> lacking =
                runs.stream().filter(run -> !isThere(run)).map(RunEntry::id).toList();
        bring(lacking);
        List<List<RunRecord>> levels = levels(lacking);
        int[] counts = new int[Outcome.values().length];
        counts[Outcome.THERE.ordinal()] = runs.size() - lacking.size();
        RunPublisher publisher = new RunPublisher(api, problems::add);
        for (List<RunRecord> level : levels) {
            level.stream().map(RunRecord::experiment).distinct().forEach(this::look);
            for (Outcome outcome : together(level, publisher)) {
                counts[outcome.ordinal()]++;
            }
        }
        attempt(
                registry.models().values().stream()
                        .flatMap(model -> model.versions().stream())
                        .map(version -> version.evidence().run())
                        .filter(id -> remote.containsKey(id) && !isHere(id))
                        .toList(),
                source::need);
        int versions = 0;
        for (RegisteredModel model : registry.models().values()) {
            versions += new RegistryPublisher(api, this::published).publish(model);
        }
        return new Published(
                counts[Outcome.ADDED.ordinal()],
                counts[Outcome.THERE.ordinal()],
                counts[Outcome.RUNNING.ordinal()],
                versions,
                new ArrayList<>(new LinkedHashSet<>(problems)));
    }

    private enum Outcome {
        ADDED,
        THERE,
        RUNNING
    }

    /** Parents before children. */
    private List<List<RunRecord>> levels(Collection<String> ids) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        ids.forEach(id -> depth(id, depths, new LinkedHashSet<>()));
        List<List<RunRecord>> levels = new ArrayList<>();
        depths.forEach((id, depth) -> {
            while (levels.size() <= depth) {
                levels.add(new ArrayList<>());
            }
            if (local.containsKey(id)) {
                levels.get(depth).add(local.get(id));
            }
        });
        return levels;
    }

    /** @param path the runs below, so that a circle of parents ends */
    private int depth(String id, Map<String, Integer> depths, Set<String> path) {
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        int depth = 0;
        try {
            bring(List.of(id));
            // Its metrics are read when it is sent: those of all runs may be more than the memory holds.
            RunRecord run = new JournalReader(root).readWithoutMetrics(root.run(id));
            String parent = run.started().parent();
            path.add(id);
            local.put(id, run);
            if (Names.isRunId(parent) && !path.contains(parent)) {
                depth = depth(parent, depths, path) + 1;
            }
        } catch (JournalException e) {
            problems.add(e.getMessage());
        }
        depths.put(id, depth);
        return depth;
    }

    private void look(String experiment) {
        if (experiments.containsKey(experiment)) {
            return;
        }
        String there = api.madeExperiment(experiment);
        experiments.put(experiment, there);
        api.runs(there, "tags.`" + RunContent.ID + "` LIKE '%'").forEach(run -> {
            String ours = MlflowApi.texts(run.path("data").path("tags")).get(RunContent.ID);
            remote.putIfAbsent(ours, RemoteRun.of(run));
        });
    }

    private List<Outcome> together(List<RunRecord> runs, RunPublisher publisher) {
        List<Callable<Outcome>> tasks = new ArrayList<>();
        runs.forEach(run -> tasks.add(() -> one(run, publisher)));
        try (AtOnce threads = new AtOnce(AT_ONCE, "runs were published: publish again to complete them")) {
            return threads.all(tasks);
        } catch (IOException e) {
            throw new StoreException("A run's files cannot be read: " + e, e);
        }
    }

    /** Of what others have made, a machine often has the journal alone. */
    private void bring(List<String> ids) {
        attempt(ids.stream().filter(id -> asked.add(id) && !isWhole(id)).toList(), source::needWhole);
    }

    /** What a file of one run is not, is no reason to leave out the others. */
    private void attempt(List<String> ids, Consumer<List<String>> how) {
        try {
            how.accept(ids);
        } catch (SharedStoreException e) {
            throw e;
        } catch (StoreException e) {
            if (ids.size() == 1) {
                problems.add(e.getMessage());
            } else {
                ids.forEach(id -> attempt(List.of(id), how));
            }
        }
    }

    private boolean isWhole(String id) {
        try {
            return isHere(id) && LocalRun.readWithoutMetrics(root, id).isWhole();
        } catch (JournalException e) {
            // No other copy comes in the place of one that is here: it is named when it is to be sent.
            return true;
        }
    }

    private boolean isHere(String id) {
        return Files.isRegularFile(root.run(id).resolve(JournalReader.FILE));
    }

    /** One that is not here, and was not changed after its end, is told by its journal's hash alone. */
    private boolean isThere(RunEntry run) {
        if (isHere(run.id())) {
            return isThere(run.id());
        }
        RemoteRun known = remote.get(run.id());
        return known != null
                && run.journal().modified() == 0
                && run.journal().sha256().equals(known.published());
    }

    private boolean isThere(String id) {
        RemoteRun known = remote.get(id);
        try {
            return known != null && LocalRun.state(root, id).equals(known.published());
        } catch (IOException e) {
            // Its journal is looked at, and named, when it is to be sent.
            return false;
        }
    }

    private Outcome one(RunRecord run, RunPublisher publisher) throws IOException {
        if (run.status() == Status.RUNNING) {
            return Outcome.RUNNING;
        }
        if (isThere(run.id())) {
            return Outcome.THERE;
        }
        String state = LocalRun.state(root, run.id());
        String parent = run.started().parent();
        RemoteRun above = parent == null ? null : remote.get(parent);
        remote.put(
                run.id(),
                publisher.publish(
                        LocalRun.read(root, run.id()),
                        remote.get(run.id()),
                        experiments.get(run.experiment()),
                        above == null ? null : above.id(),
                        state));
        return Outcome.ADDED;
    }

    private Optional<RegistryPublisher.Published> published(String id) {
        RemoteRun there = remote.get(id);
        if (there == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RegistryPublisher.Published(LocalRun.read(root, id), there));
        } catch (JournalException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }
}
