package io.modeltracking.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who gave a param its value. */
public enum Origin {
    @JsonProperty("user")
    USER,
    @JsonProperty("search")
    SEARCH,
    @JsonProperty("autolog")
    AUTOLOG,
    @JsonProperty("command-line")
    COMMAND_LINE
}
