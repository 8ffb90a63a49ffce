package io.modeltracking.provenance;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit that only reads. Left alone, it would measure the file system's clock with files of its own in the user's
 * repository, and write the result into the user's home. Git's configuration is read as ever.
 */
final class QuietGit extends SystemReader.Delegate {

    /** The coarsest clock of any file system: files that young are compared by content, so that none is missed. */
    private static final long CLOCK_SECONDS = 2;

    private QuietGit(SystemReader system) {
        super(system);
    }

    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof QuietGit)) {
            SystemReader.setInstance(new QuietGit(SystemReader.getInstance()));
        }
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        return new UserConfig(super.getUserConfig());
    }

    private static final class UserConfig extends StoredConfig {

        private final StoredConfig file;

        UserConfig(StoredConfig file) {
            super(file);
            this.file = file;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)
                    ? unit.convert(CLOCK_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }

        @Override
        public void load() throws IOException, ConfigInvalidException {
            file.load();
        }

        @Override
        public void save() {
            throw new UnsupportedOperationException("The user's Git configuration is only read");
        }
    }
}
