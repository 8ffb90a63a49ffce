package io.modeltracking.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a study begins with.
 *
 * @param continuation of an interrupted study
 * @param shared its trials when several jobs share them; else null
 * @param given points that are tried first
 * @param warnings what a reader of the study should know beforehand
 */
record StudyStart(Optional<Continuation> continuation, SharedTrials shared, List<Given> given, List<String> warnings) {

    /** @throws SharedStudyException when other jobs have begun another study */
    static StudyStart of(TrackingSession session, StudyDefinition study, TrialBook book) {
        List<String> warnings = new ArrayList<>(study.warnings());
        BuildFacts build = session.configuration().build();
        boolean isShared = study.isShared(session.configuration());
        Optional<Continuation> continuation = book.isEmpty() && study.only() == null && !isShared
                ? Continuation.of(study, build, session.facts()::source, warnings::add)
                : Optional.empty();
        List<Given> given = book.given(() -> study.only() != null
                ? List.of()
                : WarmStart.given(
                        study, build, continuation.map(Continuation::warmStarts).orElse(Map.of()), warnings::add));
        if (!isShared) {
            return new StudyStart(continuation, null, given, warnings);
        }
        BrokerClient broker = BrokerClient.at(session.configuration().broker().orElseThrow());
        SharedTrials shared = SharedTrials.join(broker, study, session.facts().source(), given);
        return new StudyStart(continuation, shared, shared.given(), warnings);
    }
}
