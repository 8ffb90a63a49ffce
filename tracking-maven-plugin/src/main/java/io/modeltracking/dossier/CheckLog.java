package io.modeltracking.dossier;

import io.modeltracking.dossier.DossierCheck.Finding;
import java.util.ArrayList;
import java.util.List;

/** What the checks of a dossier say. */
final class CheckLog {

    private final List<String> checked = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void finding(String file, String rule, String what) {
        findings.add(new Finding(file, rule, what));
    }

    void checked(String what) {
        checked.add(what);
    }

    void unchecked(String what) {
        unchecked.add(what);
    }

    DossierCheck.Result result() {
        return new DossierCheck.Result(checked, unchecked, findings);
    }
}
