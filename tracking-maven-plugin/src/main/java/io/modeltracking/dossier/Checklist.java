package io.modeltracking.dossier;

import java.util.List;

/**
 * The 26 items of evidence that model governance texts ask for. The sources are named by kind: whether an answer
 * satisfies one is for a person to judge.
 */
final class Checklist {

    /** Stands wherever the checklist does. */
    static final String STATEMENT = "This is evidence, not a compliance guarantee. An answer says what was recorded or"
            + " stated; nobody has judged here whether it satisfies the source that asks for it. The sources are named by"
            + " kind and are not quoted.";

    private static final String AUTO = "AUTO";
    private static final String ASK = "ASK";
    private static final String BOTH = "AUTO + ASK";

    private Checklist() {}

    static List<ChecklistItem> of(DossierSubject subject, List<HistoryRow> history) {
        ModelAnswers model = new ModelAnswers(subject, history);
        GovernanceAnswers governance = new GovernanceAnswers(subject);
        return List.of(
                new ChecklistItem(
                        1,
                        "Identity: name, version, purpose, owner, tier",
                        "ASOP 56; PRA SS1/23 principle 1; EU AI Act Annex IV; NAIC model bulletin",
                        BOTH,
                        governance.identity()),
                new ChecklistItem(
                        2,
                        "Intended use, known limits, where it does not work",
                        "Solvency II; ASOP 56; SR 11-7",
                        ASK,
                        governance.limits()),
                new ChecklistItem(
                        3,
                        "Data: sources, hashes, rows, columns, missing values",
                        "Solvency II; NAIC white paper App. B (A); ASOP 23; EU AI Act Annex IV; EIOPA",
                        AUTO,
                        model.data()),
                new ChecklistItem(
                        4,
                        "Adjustments of the data, with their impact",
                        "NAIC white paper App. B (A.3)",
                        BOTH,
                        governance.asked("adjustments")),
                new ChecklistItem(
                        5,
                        "Data dictionary: names, types, meaning",
                        "NAIC white paper App. B (B.3)",
                        BOTH,
                        model.dictionary(governance.tag("dictionary"))),
                new ChecklistItem(
                        6, "Split: method, seed, sizes", "NAIC white paper App. B (B.1)", AUTO, model.split()),
                new ChecklistItem(
                        7,
                        "Software: Java, system, libraries with hashes",
                        "NAIC white paper App. B (B.1); Solvency II; EU AI Act Annex IV",
                        AUTO,
                        model.software()),
                new ChecklistItem(
                        8,
                        "Code: commit, branch, uncommitted changes",
                        "SR 11-7; PRA SS1/23 principle 3",
                        AUTO,
                        model.code()),
                new ChecklistItem(
                        9,
                        "All hyperparameters, defaults in use too",
                        "NAIC white paper App. B (B.1); EIOPA",
                        AUTO,
                        model.params()),
                new ChecklistItem(
                        10,
                        "Full history of experiments, failed ones too",
                        "NAIC white paper App. B (B.2); Solvency II",
                        AUTO,
                        model.experiments()),
                new ChecklistItem(
                        11,
                        "Variables considered and dropped, and why",
                        "NAIC white paper App. B (B.2, B.3)",
                        BOTH,
                        model.dropped(governance.tag("dropped"))),
                new ChecklistItem(
                        12,
                        "Selection: ranking, rule, and why this one",
                        "NAIC white paper App. B (B.2, B.5); EU AI Act Annex IV",
                        BOTH,
                        governance.selection()),
                new ChecklistItem(
                        13,
                        "Validation metrics on held-out data, with intervals",
                        "NAIC white paper App. B (B.4); Solvency II; EU AI Act Annex IV",
                        AUTO,
                        model.metrics()),
                new ChecklistItem(
                        14,
                        "Lift, Lorenz, calibration, actual against expected",
                        "NAIC white paper App. B (B.4, B.5)",
                        AUTO,
                        model.charts(ModelAnswers.VALIDATION)),
                new ChecklistItem(
                        15,
                        "Coefficients, or importance and dependence",
                        "NAIC white paper App. B (B.4)",
                        AUTO,
                        model.charts(ModelAnswers.EXPLANATION)),
                new ChecklistItem(
                        16,
                        "Overfitting and stability",
                        "Solvency II; NAIC white paper App. B (B.4)",
                        AUTO,
                        model.stability()),
                new ChecklistItem(
                        17,
                        "Fairness and proxy checks",
                        "NAIC model bulletin; EIOPA; EU AI Act",
                        ASK,
                        governance.asked("fairness")),
                new ChecklistItem(
                        18,
                        "Comparison with the champion, change of premium",
                        "NAIC white paper App. B (B.5, C.7)",
                        AUTO,
                        model.champion()),
                new ChecklistItem(
                        19,
                        "Manual adjustments after the fit",
                        "PRA SS1/23 principle 5; NAIC white paper App. B (B.2)",
                        ASK,
                        governance.asked("overrides")),
                new ChecklistItem(
                        20,
                        "Gates: rule, value, verdict, waivers",
                        "PRA SS1/23 principles 3 and 4",
                        AUTO,
                        governance.gates()),
                new ChecklistItem(
                        21,
                        "Approvals: author, independent reviewer",
                        "SR 11-7; NAIC white paper App. B (B.6); ASOP 56",
                        BOTH,
                        governance.approvals()),
                new ChecklistItem(
                        22,
                        "Life cycle: every change of stage, dates in force",
                        "Solvency II; EU AI Act Annex IV",
                        BOTH,
                        governance.lifecycle()),
                new ChecklistItem(
                        23,
                        "Reproduction: when, by whom, verdict",
                        "NAIC model bulletin; SR 11-7",
                        AUTO,
                        governance.reproduction()),
                new ChecklistItem(
                        24,
                        "Integrity: hashes of the files, head of the ledger",
                        "EU AI Act Art. 12; PRA SS1/23",
                        AUTO,
                        governance.integrity()),
                new ChecklistItem(
                        25,
                        "Monitoring plan, next review",
                        "PRA SS1/23 principle 4; NAIC model bulletin",
                        ASK,
                        governance.monitoring()),
                new ChecklistItem(
                        26,
                        "Inventory of the documents",
                        "Solvency II",
                        AUTO,
                        "every file of this dossier, with its SHA-256: " + Manifest.FILE));
    }
}
