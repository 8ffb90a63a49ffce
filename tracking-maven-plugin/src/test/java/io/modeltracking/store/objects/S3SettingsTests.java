package io.modeltracking.store.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modeltracking.store.StoreException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTests {

    @Test
    void anAddressIsABucketAndWhatKeysBeginWith() {
        S3Settings settings = S3Settings.of("s3://team-history/motor/", "https://s3.example.org", "", true, null);

        assertThat(settings.bucket()).isEqualTo("team-history");
        assertThat(settings.prefix()).isEqualTo("motor/");
        assertThat(settings.endpoint()).isEqualTo(URI.create("https://s3.example.org"));
        assertThat(settings.region()).isNull();
        assertThat(settings.name()).isEqualTo("s3://team-history/motor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team-history", "s3://", "s3:///motor", "s3://UPPER/motor", "http://s3.example.org/motor"})
    void anotherAddressIsRefused(String address) {
        assertThatThrownBy(() -> S3Settings.of(address, null, null, false, null))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://bucket/prefix")
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3.example.org", "//s3.example.org", "not an address", "ftp://s3.example.org", "https://"})
    void anEndpointThatIsNoneIsNamed(String endpoint) {
        assertThatThrownBy(() -> S3Settings.of("s3://team-history", endpoint, null, false, null))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("tracking.blobs.endpoint")
                .hasMessageContaining(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada:secret", "ada:the/secret", "ada:a secret", "ada:one@secret"})
    void credentialsInAnEndpointAreRefusedAndNotShown(String credentials) {
        String endpoint = "https://" + credentials + "@s3.example.org";
        assertThatThrownBy(() -> S3Settings.of("s3://team-history", endpoint, null, false, null))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("https://***@s3.example.org")
                .hasMessageNotContaining("secret");
    }
}
