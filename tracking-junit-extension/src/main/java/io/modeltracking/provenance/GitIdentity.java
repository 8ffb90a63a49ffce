package io.modeltracking.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Who Git's configuration says commits here: a claim, not a proof.
 *
 * @param email null when it is not configured
 */
public record GitIdentity(String name, String email) {

    /** The identity at a folder; empty without a repository, and where Git would only guess from the machine. */
    public static Optional<GitIdentity> at(Path workingDirectory) {
        try {
            QuietGit.install();
            Optional<GitFolder> folder = GitFolder.find(workingDirectory);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            try (Repository repository = new FileRepositoryBuilder()
                    .setGitDir(folder.get().directory().toFile())
                    .setGitCommonDir(folder.get().common().toFile())
                    .setMustExist(true)
                    .build()) {
                UserConfig user = repository.getConfig().get(UserConfig.KEY);
                return user.isAuthorNameImplicit()
                        ? Optional.empty()
                        : Optional.of(new GitIdentity(
                                user.getAuthorName(), user.isAuthorEmailImplicit() ? null : user.getAuthorEmail()));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
