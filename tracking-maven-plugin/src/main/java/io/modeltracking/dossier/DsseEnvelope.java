package io.modeltracking.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modeltracking.registry.EventSigner;
import io.modeltracking.registry.PublicKeys;
import io.modeltracking.run.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A payload with signatures that cover its type, too.
 *
 * @param signatures their bytes
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/master/protocol.md">DSSE 1.0</a>
 */
record DsseEnvelope(String payloadType, byte[] payload, List<byte[]> signatures) {

    /** @return the envelope as JSON, signed by one */
    static ObjectNode json(String payloadType, byte[] payload, EventSigner signer) {
        Base64.Encoder base64 = Base64.getEncoder();
        ObjectNode envelope = DossierJson.object()
                .put("payload", base64.encodeToString(payload))
                .put("payloadType", payloadType);
        envelope.putArray("signatures")
                .addObject()
                .put("keyid", signer.keyId())
                .put("sig", base64.encodeToString(signer.sign(pae(payloadType, payload))));
        return envelope;
    }

    /** @throws IOException when it is none */
    static DsseEnvelope parse(byte[] json) throws IOException {
        JsonNode envelope = RunJson.mapper().readTree(json);
        try {
            List<byte[]> signatures = new ArrayList<>();
            for (JsonNode signature : envelope.path("signatures")) {
                signatures.add(bytes(signature.path("sig").asText()));
            }
            if (signatures.isEmpty() || !envelope.path("payload").isTextual()) {
                throw new IOException("it has no payload or no signature");
            }
            return new DsseEnvelope(
                    envelope.path("payloadType").asText(),
                    bytes(envelope.path("payload").asText()),
                    signatures);
        } catch (IllegalArgumentException e) {
            throw new IOException("its base64 is broken", e);
        }
    }

    /** Either alphabet is allowed. */
    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    }

    /** Whose key made one of the signatures; the key ids, which nothing vouches for, decide nothing. */
    Optional<String> signer(PublicKeys keys) {
        byte[] message = pae(payloadType, payload);
        return signatures.stream()
                .flatMap(signature -> keys.signer(message, signature).stream())
                .findFirst();
    }

    /** What is signed: the pre-authentication encoding. */
    static byte[] pae(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[head.length + payload.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(payload, 0, message, head.length, payload.length);
        return message;
    }
}
