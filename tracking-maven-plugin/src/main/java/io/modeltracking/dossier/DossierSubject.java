package io.modeltracking.dossier;

import io.modeltracking.gate.MovedGoalpost;
import io.modeltracking.registry.LedgerEvent;
import io.modeltracking.registry.ModelVersion;
import io.modeltracking.run.BuildState;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunRecord;
import io.modeltracking.run.SourceState;
import java.time.Instant;
import java.util.List;

/**
 * What a dossier is about: a version, with everything that the history and the ledger know of it.
 *
 * @param run the winner; null when its journal is lost, as every document says then
 * @param study the run of its study, or null
 * @param source null when it was not recorded, or is lost
 * @param environment null likewise
 * @param build null likewise, and for a run outside a build
 * @param history every run that was considered or belongs to an experiment of the model, by start; failed ones too
 * @param ledger the events about the model, and those that recorded its runs, in their order
 * @param head hash of the whole ledger's last event
 * @param tool version of the plugin
 * @param written when
 * @param moved bounds that were loosened after held-out data had been read, until it was registered
 */
public record DossierSubject(
        ModelVersion version,
        RunRecord run,
        RunRecord study,
        SourceState source,
        EnvironmentState environment,
        BuildState build,
        List<RunRecord> history,
        List<LedgerEvent> ledger,
        String head,
        String tool,
        Instant written,
        List<MovedGoalpost> moved) {

    public DossierSubject {
        history = List.copyOf(history);
        ledger = List.copyOf(ledger);
        moved = List.copyOf(moved);
    }
}
