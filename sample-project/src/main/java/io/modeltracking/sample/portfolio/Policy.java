package io.modeltracking.sample.portfolio;

/**
 * The rating factors of a policy.
 *
 * @param area A (countryside) to F (centre of a large town), by density
 * @param power of the vehicle, 4 to 15
 * @param vehicleAge in years, 0 to 30
 * @param driverAge in years, 18 to 90
 * @param bonusMalus 50 (best) to 200; 100 is where a driver starts
 * @param brand B1 to B8
 * @param gas Regular or Diesel
 * @param density inhabitants per square kilometre where the driver lives
 * @param region R01 to R12
 */
record Policy(
        String area,
        int power,
        int vehicleAge,
        int driverAge,
        int bonusMalus,
        String brand,
        String gas,
        int density,
        String region) {

    boolean diesel() {
        return gas.equals("Diesel");
    }
}
